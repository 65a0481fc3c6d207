import type { PlanFormatWords } from '../plan-format.ts';
import { planFormatFacts } from './plan-format-facts.ts';
import { planFormatRotas } from './plan-format-rotas.ts';
import { planFormatRoutes } from './plan-format-routes.ts';

export const planFormat: PlanFormatWords = { ...planFormatFacts, ...planFormatRotas, ...planFormatRoutes };
