import type { SureWords } from '../portal/sure.ts';

const PARTY = { contractor: 'the contractor', oversight: 'oversight' } as const;

export const sure: SureWords = {
  back: 'Go back without doing it',
  typed: 'What you wrote goes with it',
  drafts: {
    agree: {
      title: ({ draft, party }) => `Agree to draft ${draft}${party ? ` for ${PARTY[party]}` : ''}?`,
      about: ({ party, isLast }) =>
        `You agree to the text as it stands now${party ? `, in the name of ${PARTY[party]}` : ''}. Your name and the instant stay in the history of the draft. ${
          isLast
            ? 'The other party has agreed already: after this the draft can be published.'
            : 'The other party is told that it is its turn.'
        }`,
      button: 'Yes, agree to it',
    },
    publish: {
      title: ({ draft }) => `Publish draft ${draft}?`,
      about: ({ number, from }) =>
        `${from === undefined ? 'At once' : `On ${from}`} it becomes the plan that everybody reads and every new case runs on${
          number === undefined ? '' : `, in place of revision ${number}`
        }. Cases that run already keep their rules. What is published cannot be taken back; only another draft can replace it.`,
      button: 'Yes, publish it',
    },
    drop: {
      title: ({ draft }) => `Drop draft ${draft}?`,
      about: () =>
        'Nobody can edit, propose or publish it any more, and both parties see that you dropped it. It can still be read. To go on, somebody has to begin another draft.',
      button: 'Yes, drop it',
    },
    override: {
      title: () => 'Let this finding stand?',
      about: ({ party }) =>
        `Your reason stands with your name${party ? `, for ${PARTY[party]},` : ''} in the history of the draft, and on the published plan for everybody who reads it. It cannot be taken back while the draft says the same.`,
      button: 'Yes, let it stand',
    },
  },
  putMailAside: {
    title: ({ subject }) => `Put the mail “${subject}” aside?`,
    about: () =>
      'No case is opened for it, no clock runs, and its writer is told nothing more. It leaves the list, and your reason stays with it under your name.',
    button: 'Yes, put it aside',
  },
  passkey: {
    title: ({ name }) => `Remove the passkey ${name}?`,
    about: ({ isLast }) =>
      `It opens your account no more, on any device.${isLast ? ' It is your only passkey.' : ''} To use it again, you have to add it anew.`,
    button: 'Yes, remove it',
  },
  password: {
    title: () => 'Remove your password?',
    about: ({ email }) =>
      `Nobody signs in with it any more. You sign in with a link that is mailed to ${email}, or with a passkey.`,
    button: 'Yes, remove it',
  },
  secondFactor: {
    title: () => 'Turn off the second proof?',
    about: ({ email }) =>
      `Your authenticator and your recovery codes are worth nothing from now on, and whoever reads the mail of ${email} can sign in as you. To turn it on again, you begin anew.`,
    button: 'Yes, turn it off',
  },
  newCodes: {
    title: () => 'Make new recovery codes?',
    about: ({ codes }) =>
      `${
        codes === 0
          ? 'You have none left.'
          : codes === 1
            ? 'The one that is left opens nothing any more.'
            : `The ${codes} that are left open nothing any more.`
      } The new ones are shown to you once: have paper ready, or where you keep passwords.`,
    button: 'Yes, make new ones',
  },
  endSession: {
    title: ({ browser }) => `Sign out ${browser}?`,
    about: () =>
      'Whoever sits there is signed out at once and has to sign in again. What is typed there and not sent yet stays on the page.',
    button: 'Yes, sign it out',
  },
  endSessions: {
    title: () => 'Sign out everywhere else?',
    about: ({ sessions }) =>
      `${sessions === 1 ? 'One other browser is' : `${sessions} other browsers are`} signed out at once. You stay signed in here.`,
    button: 'Yes, sign out everywhere else',
  },
  obligations: {
    accept: {
      title: ({ title }) => `Accept “${title}”?`,
      about: () =>
        'It then counts as met, on record under your name, and whoever owes it is told. It cannot be sent back any more.',
      button: 'Yes, accept it',
    },
    agree: {
      title: ({ title }) => `Agree to the change of “${title}”?`,
      about: ({ due }) =>
        `${due === undefined ? 'It is then owed no more' : `It is then due on ${due}`}, and both parties are told. To change that again, somebody has to propose it and the other party to agree.`,
      button: 'Yes, agree to it',
    },
  },
  report: {
    title: ({ name, answer }) =>
      ({
        corrected: `Answer that it is corrected: ${name}?`,
        confirmedRight: `Answer that it is right: ${name}?`,
        unfounded: `Answer that there is nothing to it: ${name}?`,
      })[answer],
    about: () =>
      'The report is then closed, on record under your name. The contact hears it, and so does whoever reported it and has proved an address. It cannot be answered again; what is still wrong has to be reported anew.',
    button: 'Yes, answer it',
  },
  drill: {
    title: ({ level }) => `Hold a drill of level ${level} now?`,
    about: () =>
      'Everybody whom the level would reach first gets a mail at once that says DRILL and asks whether they are there. It cannot be taken back, and the level has no other drill for seven days.',
    button: 'Yes, hold it now',
  },
  stopDrill: {
    title: ({ level }) => `Call off the drill of level ${level}?`,
    about: ({ isRunning, isSeries }) =>
      isRunning
        ? 'Mails that went out stay where they are, and nobody can answer any more. What was answered so far stays on record, and counts in no figure.'
        : isSeries
          ? 'It does not begin, and none comes after it.'
          : 'It does not begin.',
    button: 'Yes, call it off',
  },
  seat: {
    title: ({ seat, holder }) => `Put ${holder ?? 'nobody'} into the seat ${seat}?`,
    about: ({ holder }) =>
      `From this moment on the messages of every case go ${
        holder === undefined ? 'to the next contact of the level' : 'there'
      }. Whoever fills the seat today loses the rights that come with it and is told. Oversight agrees afterwards, or puts them back.`,
    button: 'Yes, do it now',
  },
  seatVerdict: {
    agree: {
      title: ({ seat, holder }) => `Agree that ${holder ?? 'nobody'} fills ${seat}?`,
      about: () =>
        'It stays as it is, on record under your name, and the published plan says that oversight has agreed.',
      button: 'Yes, agree to it',
    },
    refuse: {
      title: ({ seat, holder }) => `Refuse that ${holder ?? 'nobody'} fills ${seat}?`,
      about: ({ before }) =>
        `The seat is then filled as before, at once, by: ${before ?? 'nobody'}. Your reason stands on record under your name, and both holders and the program manager read it.`,
      button: 'Yes, refuse it',
    },
  },
  judge: {
    use: {
      title: ({ name, value }) => `Use ${value} for ${name}?`,
      about: ({ isLast }) =>
        isLast
          ? 'The other party has said the same. From now on messages go there, and it cannot be taken back here.'
          : 'Your party’s word is on record. It is used once the other party says the same.',
      button: 'Yes, use it',
    },
    keep: {
      title: ({ name, value }) => `Keep ${value} for ${name}?`,
      about: ({ isLast }) =>
        isLast
          ? 'The other party has said the same. The change is over, and has to be begun anew if it was right.'
          : 'Your party’s word is on record. The change is over once the other party says the same.',
      button: 'Yes, keep it',
    },
  },
};
