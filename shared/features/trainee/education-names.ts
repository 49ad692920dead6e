import type { Education } from './trainee.ts'

/** What else stands on a diploma of the same level. */
export const educationEquals: Partial<Record<Education, readonly string[]>> = {
  SD: ['MI', 'Paket A'],
  SMP: ['MTs', 'SLTP', 'Paket B'],
  SMA: ['MA', 'SLTA', 'SMU', 'Paket C'],
  SMK: ['STM', 'SMEA', 'MAK'],
}
