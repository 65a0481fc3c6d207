import { sql } from 'kysely';
import { on } from '../build/case.ts';
import { revisionOf, samplePlan } from '../render/sample-forecast.ts';
import { portalWorld } from './portal-world.ts';

type StoryStage = Awaited<ReturnType<typeof portalWorld>>;

/**
 * The plan of the reference at an instant, and no case yet: dana buys, ada keeps the account, bo and cy are at the levels
 * above her, olga oversees.
 */
export async function storyStage(at: string): Promise<StoryStage> {
  const revision = revisionOf(samplePlan('calnet-3-category-9.1'));
  const here = await portalWorld(on(at), { revision });
  const { db } = here.connection;
  const { contract } = here;
  await sql`insert into person (contract_id, person_id, name, email)
    values (${contract}, 'ada', 'ada', 'ada@ladder.example')`.execute(db);
  await sql`insert into role values (${contract}, 'ada', 'accountManager', null)`.execute(db);
  await sql`insert into account values (${contract}, 'agency', 'account-manager', 'ada')`.execute(db);
  const SEATS = { 'solutions-architect': 'bo', 'solutions-manager': 'cy', 'contract-office': 'olga' };
  for (const [seat, person] of Object.entries(SEATS)) {
    await sql`insert into seat values (${contract}, ${seat}, ${person}, '2026-01-01T00:00:00Z')`.execute(db);
  }
  await sql`update person set office = '+1 916-555-0142'`.execute(db);
  return here;
}
