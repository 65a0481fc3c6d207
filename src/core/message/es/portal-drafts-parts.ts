import type { DraftWords } from '../portal/drafts.ts';

export const draftStatus: DraftWords['status'] = {
  draft: 'en borrador',
  proposed: 'propuesto',
  agreed: 'acordado',
  published: 'publicado',
  superseded: 'reemplazado',
  dropped: 'descartado',
};
