import type { DrillLook } from '../../app/views/drill/drill-look.ts';
import { catalogue } from '../../core/message/catalogue.ts';
import { clocksOf } from '../../core/message/clocks.ts';
import { type Frame, page } from '../frame.tsx';
import { buttonRow, postForm } from '../parts/form.tsx';
import { confirmation } from '../parts/notices.tsx';

/** Whoever is asked in a drill says by its one button that they are there. */
export function herePage(frame: Frame, look: DrillLook, formPath: string): string {
  const { here } = catalogue(frame.language).drills;
  const { person, contractTitle, level, endAt: at, timeZone } = look;
  return page({
    ...frame,
    title: here.title({ level }),
    children: (
      <>
        <p>
          {here.about({
            ...{ contractTitle, level, at, timeZone: clocksOf(timeZone, frame.readerZone) },
            name: person.name ?? person.personId,
          })}
        </p>
        {postForm({ action: formPath, children: buttonRow([{ label: here.button }]) })}
        <p class="quiet">{here.nothing}</p>
      </>
    ),
  });
}

/** What was answered, and how fast. */
export function answeredPage(frame: Frame, afterMs: number): string {
  const { here } = catalogue(frame.language).drills;
  return page({
    ...frame,
    title: here.doneTitle,
    children: confirmation({ title: here.doneTitle, children: <p>{here.done({ ms: afterMs })}</p> }),
  });
}
