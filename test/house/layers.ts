/** The features of the backend and of shared, lowest first: each may import itself and those before it. */
export const featureOrder = [
  'access',
  'desk',
  'centre',
  'session',
  'computer',
  'update',
  'program',
  'calendar',
  'attachment',
  'trainee',
  'note',
  'import',
  'instructor',
  'activity',
  'cohort',
  'timetable',
  'replan',
  'admission',
  'duplicate',
  'teaching',
  'attendance',
  'scan',
  'score',
  'graduation',
  'certificate-design',
  'certificate',
  'setup',
  'competence',
  'provision',
  'letter',
  'print',
  'paper',
  'registration',
  'office-form',
  'folder',
  'alumni',
  'report',
  'hub',
  'rights',
  'history',
  'backup',
  'home',
]

/**
 * The features of the renderer, by the same rule. The order differs where screens depend on each other in another direction than stores
 * do: many pages open the dialog of a paper, and it knows none of them; the pages of a cohort and of a trainee show parts of the features
 * below.
 */
export const rendererOrder = [
  'access',
  'hub',
  'centre',
  'session',
  'desk',
  'update',
  'program',
  'calendar',
  'attachment',
  'office-form',
  'trainee',
  'note',
  'import',
  'instructor',
  'activity',
  'cohort',
  'letter',
  'paper',
  'timetable',
  'replan',
  'teaching',
  'scan',
  'attendance',
  'score',
  'graduation',
  'alumni',
  'certificate-design',
  'certificate',
  'competence',
  'provision',
  'registration',
  'folder',
  'report',
  'rights',
  'history',
  'trainee-page',
  'cohort-page',
  'computer',
  'backup',
  'settings',
  'home',
]

/** Environment → its order. */
export const orders = { shared: featureOrder, 'electron/backend': featureOrder, renderer: rendererOrder }

/** Folders of the backend without business words: they import only each other and shared. */
export const kits = ['database', 'pdf', 'files', 'picture', 'keys', 'region', 'paper-kit', 'bundle', 'office']

export type Kind = 'kit' | 'store' | 'document' | 'service' | 'handlers' | 'wiring'

const backend = 'electron/backend/'
const services = /^(\w+)-|^[a-z]+\.ts$/

/** The kind of a backend file, by its path; undefined outside of the backend. */
export function kindOf(file: string): Kind | undefined {
  if (!file.startsWith(backend) || file.endsWith('.json')) return undefined
  const [folder, feature, ...rest] = file.slice(backend.length).split('/')
  if (folder !== 'features') return kits.includes(folder ?? '') ? 'kit' : 'wiring'
  const name = rest.at(-1) ?? feature ?? ''
  if (rest.includes('documents')) return 'document'
  if (name.endsWith('-store.ts')) return 'store'
  if (name.endsWith('-handlers.ts')) return 'handlers'
  return services.test(name) ? 'service' : undefined
}

export function featureOf(file: string): string | undefined {
  return /^(?:electron\/backend|renderer|shared)\/features\/([^/]+)\//.exec(file)?.[1]
}

/** The kinds of backend files that each kind may import. Its own kind in the same or a lower feature is always allowed. */
export const below: Record<Kind, readonly Kind[]> = {
  kit: ['kit'],
  store: ['kit', 'store'],
  document: ['kit', 'document'],
  service: ['kit', 'store', 'document', 'service'],
  handlers: ['kit', 'store', 'document', 'service'],
  wiring: ['kit', 'store', 'document', 'service', 'handlers', 'wiring'],
}

/** Files beside the features that every kind may use: errors, scopes and the clock. */
export const everywhere = [
  'electron/backend/domain-error.ts',
  'electron/backend/scope.ts',
  'electron/backend/desk.ts',
  'electron/backend/clock.ts',
  'electron/backend/host-services.ts',
  'electron/backend/data-url.ts',
  'electron/backend/running-work.ts',
  'electron/backend/long-lived-thread.ts',
  'electron/backend/draw-on-thread.ts',
]
