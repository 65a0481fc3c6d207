import type { AnyRule } from '../rule.ts';
import { ROTA_RULES } from './all-rotas.ts';
import { TIME_RULES } from './all-time.ts';
import { attestationLapsed } from './attestation-lapsed.ts';
import { contactAddressMissing } from './contact-address-missing.ts';
import { contactAddressShared } from './contact-address-shared.ts';
import { contactChangesMissing } from './contact-changes-missing.ts';
import { contactDeputySelf } from './contact-deputy-self.ts';
import { contactEmailInvalid } from './contact-email-invalid.ts';
import { contactFieldMissing } from './contact-field-missing.ts';
import { contactKindMissing } from './contact-kind-missing.ts';
import { contactNumberDoubled } from './contact-number-doubled.ts';
import { contactNumberInvalid } from './contact-number-invalid.ts';
import { contactQuietUnrelieved } from './contact-quiet-unrelieved.ts';
import { contactReferenceUnknown } from './contact-reference-unknown.ts';
import { contactUnused } from './contact-unused.ts';
import { contractExecutionMissing } from './contract-execution-missing.ts';
import { contractKeyMissing } from './contract-key-missing.ts';
import { contractPortalInvalid } from './contract-portal-invalid.ts';
import { contractPortalMissing } from './contract-portal-missing.ts';
import { contractTermMissing } from './contract-term-missing.ts';
import { contractTermOver } from './contract-term-over.ts';
import { contractTermReversed } from './contract-term-reversed.ts';
import { contractZoneMissing } from './contract-zone-missing.ts';
import { documentKeyMissing } from './document-key-missing.ts';
import { documentVersionRepeated } from './document-version-repeated.ts';
import { documentVersionUnlisted } from './document-version-unlisted.ts';
import { emergencyNumberInvalid } from './emergency-number-invalid.ts';
import { levelContactMissing } from './level-contact-missing.ts';
import { levelContactRepeated } from './level-contact-repeated.ts';
import { levelCoverageMissing } from './level-coverage-missing.ts';
import { levelDirectoryAlone } from './level-directory-alone.ts';
import { levelIndividualMissing } from './level-individual-missing.ts';
import { levelResponsibilityMissing } from './level-responsibility-missing.ts';
import { levelTitleMissing } from './level-title-missing.ts';
import { levelsTooFew } from './levels-too-few.ts';
import { obligationAcceptorMissing } from './obligation-acceptor-missing.ts';
import { obligationCalendarUnknown } from './obligation-calendar-unknown.ts';
import { obligationDateMissing } from './obligation-date-missing.ts';
import { obligationDateOutsideTerm } from './obligation-date-outside-term.ts';
import { obligationDateUnclear } from './obligation-date-unclear.ts';
import { obligationDatesCut } from './obligation-dates-cut.ts';
import { obligationIdRepeated } from './obligation-id-repeated.ts';
import { obligationKeyMissing } from './obligation-key-missing.ts';
import { obligationOwnerMissing } from './obligation-owner-missing.ts';
import { obligationSelfAccepted } from './obligation-self-accepted.ts';
import { partyNameMissing } from './party-name-missing.ts';
import { partyReachMissing } from './party-reach-missing.ts';
import { planFormatMissing } from './plan-format-missing.ts';
import { planUpkeepMissing } from './plan-upkeep-missing.ts';
import { postingLate } from './posting-late.ts';
import { questionAboutUnknown } from './question-about-unknown.ts';
import { questionOpen } from './question-open.ts';
import { questionReadingDiffers } from './question-reading-differs.ts';
import { questionReadingUnclear } from './question-reading-unclear.ts';
import { questionSettlementIncomplete } from './question-settlement-incomplete.ts';
import { requirementExpeditedMissing } from './requirement-expedited-missing.ts';
import { requirementPromiseLonger } from './requirement-promise-longer.ts';
import { requirementPromiseMissing } from './requirement-promise-missing.ts';
import { requirementReissueMissing } from './requirement-reissue-missing.ts';
import { requirementSectionMissing } from './requirement-section-missing.ts';
import { requirementsMissing } from './requirements-missing.ts';
import { roleAbsent } from './role-absent.ts';
import { roleIncomplete } from './role-incomplete.ts';

/**
 * Every rule, one line each; the order does not matter, for findings are sorted by position.
 *
 * To add one: a file `rules/<code>.ts` that exports a `Rule`, its line here, the values of its code in
 * `core/message/findings-*.ts`, its two sentences in `core/message/en/findings-*.ts`, a heading in
 * `docs/reference/errors.md`, and a test with a plan that passes and one that fails.
 */
export const RULES: readonly AnyRule[] = [
  attestationLapsed,
  contactAddressMissing,
  contactAddressShared,
  contactChangesMissing,
  contactDeputySelf,
  contactEmailInvalid,
  contactFieldMissing,
  contactKindMissing,
  contactNumberDoubled,
  contactNumberInvalid,
  contactQuietUnrelieved,
  contactReferenceUnknown,
  contactUnused,
  contractExecutionMissing,
  contractKeyMissing,
  contractPortalInvalid,
  contractPortalMissing,
  contractTermMissing,
  contractTermOver,
  contractTermReversed,
  contractZoneMissing,
  documentKeyMissing,
  documentVersionRepeated,
  documentVersionUnlisted,
  emergencyNumberInvalid,
  levelContactMissing,
  levelContactRepeated,
  levelCoverageMissing,
  levelDirectoryAlone,
  levelIndividualMissing,
  levelResponsibilityMissing,
  levelTitleMissing,
  levelsTooFew,
  obligationAcceptorMissing,
  obligationCalendarUnknown,
  obligationDateMissing,
  obligationDateOutsideTerm,
  obligationDatesCut,
  obligationDateUnclear,
  obligationIdRepeated,
  obligationKeyMissing,
  obligationOwnerMissing,
  obligationSelfAccepted,
  partyNameMissing,
  partyReachMissing,
  planFormatMissing,
  planUpkeepMissing,
  postingLate,
  questionAboutUnknown,
  questionOpen,
  questionReadingDiffers,
  questionReadingUnclear,
  questionSettlementIncomplete,
  requirementExpeditedMissing,
  requirementPromiseLonger,
  requirementPromiseMissing,
  requirementReissueMissing,
  requirementSectionMissing,
  requirementsMissing,
  roleAbsent,
  roleIncomplete,
  ...ROTA_RULES,
  ...TIME_RULES,
];
