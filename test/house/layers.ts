/** The features of the backend and of shared from the ground up: each may import itself and those before it. */
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
 * The features of the renderer, by the same rule. It differs where screens need each other in another direction than stores:
 * the dialog of a paper is opened by many pages and knows none of them; the pages of a cohort and of a trainee show what the features below have.
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

/** The order that holds in each environment. */
export const orders = { shared: featureOrder, 'electron/backend': featureOrder, renderer: rendererOrder }

/** Folders of the backend without business: they know each other and shared only. */
export const kits = ['database', 'pdf', 'files', 'picture', 'keys', 'region', 'paper-kit', 'bundle', 'office']

export type Kind = 'kit' | 'store' | 'document' | 'service' | 'handlers' | 'wiring'

const backend = 'electron/backend/'
const services = /^(\w+)-|^[a-z]+\.ts$/

/** What a file of the backend is, by its place and name; undefined outside of the backend. */
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

/** What each kind may import of the backend. Its own kind in its own or a lower feature is always allowed. */
export const below: Record<Kind, readonly Kind[]> = {
  kit: ['kit'],
  store: ['kit', 'store'],
  document: ['kit', 'document'],
  service: ['kit', 'store', 'document', 'service'],
  handlers: ['kit', 'store', 'document', 'service'],
  wiring: ['kit', 'store', 'document', 'service', 'handlers', 'wiring'],
}

/** Files beside the features that every kind may use: errors, scopes and the clock are no business. */
export const everywhere = [
  'electron/backend/domain-error.ts',
  'electron/backend/scope.ts',
  'electron/backend/desk.ts',
  'electron/backend/clock.ts',
  'electron/backend/host-services.ts',
  'electron/backend/data-url.ts',
  'electron/backend/running-work.ts',
  'electron/backend/standing-thread.ts',
  'electron/backend/draw-beside.ts',
]
