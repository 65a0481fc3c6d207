import { followChanges } from './changes.ts';
import { checkFields } from './check-fields.ts';
import { countCharacters } from './count-characters.ts';
import { startClocks } from './live-clocks.ts';
import { showFindings } from './live-findings.ts';
import { showChanges } from './live-form.ts';
import { offerOwnZone } from './own-zone.ts';
import { usePasskeys } from './passkey.ts';

// The page is remembered as the server wrote it before anything here touches it.
followChanges();
startClocks(document);
countCharacters(document);
checkFields(document);
showFindings(document);
showChanges(document);
usePasskeys(document);
offerOwnZone(document);
