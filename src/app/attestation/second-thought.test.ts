import { expect, test } from 'vitest';
import { hasSecondThought } from './second-thought.ts';

const person = { email: 'wren@lantern.example', office: '+17075550118', mobile: undefined };

test.each([
  'Confirmed',
  '\n\nConfirmed\n\nThanks, Wren',
  'Confirmed\n\nWren Halloway\nOffice (707) 555-0118\nWren@lantern.example',
  'Confirmed\nThis is the notebook of the boatman',
])('%j only confirms', (text) => {
  expect(hasSecondThought(text, person)).toBe(false);
});

test.each([
  'Confirmed\n\nBut the office has moved.',
  'Confirmed.\nThe mobile is wrong',
  'Confirmed\nMobile: 707 555 0177',
  'Confirmed\nwren.new@lantern.example',
  'Confirmed\n\nI am not at level 3 any more',
  'Confirmo\nsalvo el celular',
  'Confirmo\nel celular ha cambiado',
])('%j may say something else', (text) => {
  expect(hasSecondThought(text, person)).toBe(true);
});
