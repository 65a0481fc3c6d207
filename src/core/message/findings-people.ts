/** Findings about contacts and levels. */
export interface PeopleFindings {
  'levels-too-few': { levels: number; required: number };
  'level-title-missing': { level: number };
  'level-responsibility-missing': { level: number };
  'level-contact-missing': { level: number };
  'level-contact-repeated': { contact: string; level: number; first: number };
  'level-directory-alone': { level: number };
  'level-individual-missing': { level: number };
  'level-coverage-missing': { level: number; contacts: readonly string[] };
  'contact-reference-unknown': { id: string; suggestion: string | undefined };
  'contact-unused': { contact: string };
  'contact-kind-missing': { contact: string };
  /** `levels` is empty for a deputy, who stands at none. */
  'contact-field-missing': { contact: string; field: string; levels: readonly number[] };
  'contact-address-missing': { contact: string };
  'contact-address-shared': {
    contact: string;
    other: string;
    field: 'office' | 'mobile' | 'email';
    address: string;
  };
  'contact-number-invalid': { contact: string; field: 'office' | 'mobile'; number: string };
  'contact-number-doubled': { contact: string; number: string };
  'contact-email-invalid': { contact: string; email: string };
  'contact-deputy-self': { contact: string };
  'contact-quiet-unrelieved': { contact: string };
  'contact-changes-missing': Record<never, never>;
  'emergency-number-invalid': { number: string | undefined };
}
