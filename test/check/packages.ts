type Versions = Readonly<Record<string, string>>;

interface Manifest {
  readonly dependencies?: Versions;
  readonly devDependencies?: Versions;
  readonly optionalDependencies?: Versions;
}

interface Lock {
  readonly packages: Readonly<Record<string, Manifest & { readonly resolved?: string }>>;
}

const EXACT = /^\d+\.\d+\.\d+(?:-[\w.]+)?$/;

/** Dependencies that are not pinned to one version, as `name range`. */
export function loosePins(manifest: Manifest): readonly string[] {
  const all = { ...manifest.dependencies, ...manifest.devDependencies, ...manifest.optionalDependencies };
  return Object.entries(all)
    .filter(([, version]) => !EXACT.test(version))
    .map(([name, version]) => `${name} ${version}`);
}

/**
 * Optional packages that the lock file names and does not hold. `npm install` drops one that did not
 * resolve without a word, and `npm ci` then fails on every machine.
 */
export function missingOptionals({ packages }: Lock): readonly string[] {
  return Object.entries(packages).flatMap(([place, { optionalDependencies = {} }]) =>
    Object.keys(optionalDependencies)
      .filter((name) => !isHeld(packages, place, name))
      .map((name) => `${place || 'the package itself'} wants ${name}`),
  );
}

function isHeld(packages: Lock['packages'], place: string, name: string): boolean {
  for (let folder = place; ; folder = folder.replace(/\/?(?:node_modules\/(?:@[^/]+\/)?[^/]+)$/, '')) {
    if (`${folder === '' ? '' : `${folder}/`}node_modules/${name}` in packages) return true;
    if (folder === '') return false;
  }
}

/** Lock entries that name where they were downloaded from. */
export const downloadAddresses = ({ packages }: Lock): readonly string[] =>
  Object.keys(packages).filter((place) => packages[place]?.resolved !== undefined);
