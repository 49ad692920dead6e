import type { JoinBegun, JoinWaited } from '../../../shared/features/desk/place.ts'
import { askPlace } from '../../app/desk/door.ts'
import type { Pairer } from './pairer.ts'

/** Through the installed program, which keeps the keys and pins the certificate. */
export const shellPairer: Pairer = {
  ask: async asked => (await askPlace<JoinBegun>('begin', asked)).words,
  compare: same => askPlace('compare', { same }),
  wait: () => askPlace<JoinWaited>('wait', {}),
}
