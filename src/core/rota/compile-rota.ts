import assert from 'node:assert';
import { type Calendar, compileCalendar } from '../calendar/compile-calendar.ts';
import { DAY_MS, dayNumber, MINUTE_MS } from '../calendar/local-date.ts';
import { type ZoneTable, zoneTable } from '../calendar/zone-table.ts';
import type { LayerRules, RotaRules } from './rota.ts';

/** A layer made ready for asking. */
export interface Layer {
  readonly rules: LayerRules;
  readonly zone: ZoneTable;
  /** The first hand-over as the clock on the wall reads it, in milliseconds as if it were UTC. */
  readonly firstReading: number;
  /** Undefined where the layer is on duty round the clock. */
  readonly hours: Calendar | undefined;
}

const compiled = new WeakMap<RotaRules, readonly Layer[]>();

/** The layers of a rota, made ready once for each rules object. A zone or a date that is none is a bug here. */
export function layersOf(rules: RotaRules): readonly Layer[] {
  const known = compiled.get(rules);
  if (known) return known;
  const layers = rules.layers.map((layer): Layer => {
    const zone = zoneTable(layer.timeZone);
    const day = dayNumber(layer.from);
    assert(zone && day !== undefined, `not a zone and a date: ${layer.timeZone} ${layer.from}`);
    assert(layer.turns.length > 0 && layer.every.count > 0, 'a layer without turns');
    const { hours } = layer;
    return {
      rules: layer,
      zone,
      firstReading: day * DAY_MS + layer.handOver * MINUTE_MS,
      hours: hours && hours.hours !== 'always' ? compileCalendar(hours) : undefined,
    };
  });
  compiled.set(rules, layers);
  return layers;
}
