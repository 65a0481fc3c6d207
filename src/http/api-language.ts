import type { Language } from '../core/message/catalogue.ts';

/** The texts of the API are English, whoever asks: programs read it, and its codes and values say the same. */
export const API_LANGUAGE: Language = 'en';
