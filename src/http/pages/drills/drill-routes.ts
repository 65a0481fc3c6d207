import type { FastifyInstance } from 'fastify';
import { DRILL_RIGHTS, RIGHTS } from '../../../app/authorise.ts';
import { drillsPath } from '../../../app/drills/drill-paths.ts';
import { planDrill, stopDrill } from '../../../app/drills/handle-drills.ts';
import { agreedPlan } from '../../../app/views/plan/agreed-plan.ts';
import type { DrillRefusal, DrillRefusals } from '../../../core/drill/decide.ts';
import type { RefusalWords } from '../../../core/message/case.ts';
import { catalogue } from '../../../core/message/catalogue.ts';
import { clocksOf } from '../../../core/message/clocks.ts';
import { drillPage } from '../../../portal/drills/drill-page.tsx';
import { type DrillField, drillsPage } from '../../../portal/drills/drills-page.tsx';
import type { Question } from '../../../portal/sure-page.tsx';
import { LINES_MAX, numberIn, pagedByNumber } from '../admin/administrator-page.ts';
import type { PageParts } from '../page-parts.ts';
import { signedPage } from '../page-route.ts';
import { questionOf, sure } from '../sure.ts';
import type { PageAnswer, SignedVisit } from '../visit.ts';
import { type AskedDrill, drillAsked, typedIn } from './drill-form.ts';

/** Levels reached for practice: what there was, what is to come, and the form that holds a drill. */
export function drillRoutes(server: FastifyInstance, parts: PageParts): void {
  const path = '/contracts/:contract/drills';
  const { see, hold } = DRILL_RIGHTS;
  signedPage(server, parts, { method: 'GET', roles: see, path }, (visit) => list(visit, undefined));
  signedPage(server, parts, { method: 'POST', roles: hold, path }, sure(askHold, take));
  signedPage(server, parts, { method: 'GET', roles: see, path: `${path}/:drill` }, (visit) =>
    show(visit, undefined),
  );
  signedPage(
    server,
    parts,
    { method: 'POST', roles: hold, path: `${path}/:drill/stop` },
    sure(askStop, stop),
  );
}

type Problem = { readonly field: DrillField; readonly words: RefusalWords };

const mayHold = ({ visitor }: SignedVisit): boolean =>
  visitor.caller.grants.some(({ role }) => DRILL_RIGHTS.hold.includes(role));

/** For which party somebody holds a drill. */
function partyOf({ visitor }: SignedVisit): 'contractor' | 'oversight' {
  const role = visitor.caller.grants.find((grant) => DRILL_RIGHTS.hold.includes(grant.role))?.role;
  return role && RIGHTS[role].party === 'oversight' ? 'oversight' : 'contractor';
}

async function zoneOf({ parts, visitor }: SignedVisit): Promise<string> {
  const [listed] = await parts.reading.contracts(visitor.caller.contract);
  return listed?.timeZone ?? 'UTC';
}

const frameOf = async (visit: SignedVisit) => ({
  ...{ ...visit.frame, timeZone: await zoneOf(visit) },
  drillsPath: drillsPath(visit.visitor.caller.contract),
});

async function list(visit: SignedVisit, problem: Problem | undefined): Promise<PageAnswer> {
  const { parts, visitor } = visit;
  const { contract } = visitor.caller;
  const found = await parts.drills.list(contract, { before: numberIn(visit), max: LINES_MAX + 1 });
  const { shown, older } = pagedByNumber(found, drillsPath(contract), ({ drill }) => drill);
  const plan = await agreedPlan(parts.reading, contract);
  const levels = plan?.rules.levels.map(({ number, title }) => ({ number, title })) ?? [];
  const html = drillsPage({
    ...{ frame: await frameOf(visit), past: shown, older },
    planned: await parts.drills.planned(contract),
    form: mayHold(visit) ? { levels, typed: typedIn(visit.form), problem } : undefined,
  });
  return { html, status: problem ? 422 : 200 };
}

const askedIn = async (visit: SignedVisit): Promise<AskedDrill> =>
  drillAsked(visit.form, await zoneOf(visit));

/** One that is planned asks nobody yet, and is called off as easily as it was planned. */
async function askHold(visit: SignedVisit): Promise<Question | undefined> {
  const asked = await askedIn(visit);
  if ('problem' in asked || asked.startAt !== undefined) return undefined;
  const { level } = asked;
  return questionOf(
    catalogue(visit.language).sure.drill,
    { level },
    drillsPath(visit.visitor.caller.contract),
  );
}

/** Where in the form each no belongs. */
const FIELD_OF: Readonly<Partial<Record<keyof DrillRefusals, DrillField>>> = {
  'drill-level-unknown': 'level',
  'drill-nobody': 'level',
  'drill-too-large': 'level',
  'drill-time-unknown': 'within',
  'drill-start-past': 'start',
  'drill-start-far': 'start',
};

async function refusalWords(visit: SignedVisit, { code, values }: DrillRefusal): Promise<RefusalWords> {
  const say = catalogue(visit.language).drills.refusals[code] as (values: object) => RefusalWords;
  return say({ ...values, timeZone: clocksOf(await zoneOf(visit), visit.frame.readerZone) });
}

async function take(visit: SignedVisit): Promise<PageAnswer> {
  const { parts, visitor, language } = visit;
  const { contract, personId } = visitor.caller;
  const asked = await askedIn(visit);
  if ('problem' in asked) {
    const { problem, field } = asked;
    return list(visit, { field, words: catalogue(language).drills.problems[problem] });
  }
  const held = await planDrill(parts.store, contract, { by: personId, actor: partyOf(visit), ...asked });
  if (!held.accepted) {
    const { refusal } = held;
    return list(visit, {
      field: FIELD_OF[refusal.code] ?? 'when',
      words: await refusalWords(visit, refusal),
    });
  }
  const done = asked.startAt === undefined ? 'begun' : 'planned';
  return { seeOther: `${drillsPath(contract)}/${held.drill}?done=${done}` };
}

const NUMBER = /^[1-9]\d{0,8}$/;

async function found({ parts, params, visitor }: SignedVisit) {
  const { contract } = visitor.caller;
  return NUMBER.test(params.drill ?? '')
    ? parts.drills.one({ contract, drill: Number(params.drill) })
    : undefined;
}

async function show(visit: SignedVisit, problem: RefusalWords | undefined): Promise<PageAnswer> {
  const { parts, visitor, query } = visit;
  const one = await found(visit);
  if (!one) return 'missing';
  const { state, events, drill } = one;
  const ids = [...state.people.map(({ person }) => person), ...events.map(({ by }) => by)];
  const html = drillPage({
    ...{ frame: await frameOf(visit), drill, state, events, problem },
    names: await parts.reading.namesOf(visitor.caller.contract, ids),
    mayStop: mayHold(visit) && (state.status === 'planned' || state.status === 'running'),
    done: (['planned', 'begun', 'stopped'] as const).find((one) => one === query.text('done')),
  });
  return { html, status: problem ? 422 : 200 };
}

async function askStop(visit: SignedVisit): Promise<Question | undefined> {
  const one = await found(visit);
  if (!one || (one.state.status !== 'planned' && one.state.status !== 'running')) return undefined;
  const { level, status, every } = one.state;
  return questionOf(
    catalogue(visit.language).sure.stopDrill,
    { level, isRunning: status === 'running', isSeries: every !== undefined },
    `${drillsPath(one.contract)}/${one.drill}`,
  );
}

async function stop(visit: SignedVisit): Promise<PageAnswer> {
  const { parts, visitor } = visit;
  const one = await found(visit);
  if (!one) return 'missing';
  const { contract, drill } = one;
  const by = { by: visitor.caller.personId, actor: partyOf(visit) };
  const given = await stopDrill(parts.store, { contract, drill }, by);
  if (!given.accepted) return show(visit, await refusalWords(visit, given.refusal));
  return { seeOther: `${drillsPath(contract)}/${drill}?done=stopped` };
}
