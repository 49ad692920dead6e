import {
  IconBuilding,
  IconCalendar,
  IconCertificate,
  IconChartBar,
  IconCoins,
  IconHome,
  IconRosetteDiscountCheck,
  IconUsers,
} from '@tabler/icons-react'
import type { StaffRole } from '../../shared/features/hub/hub-contract.ts'

export const placeGroups = [
  {
    label: 'PANTAU',
    places: [
      { path: '/', label: 'Ringkasan', icon: IconHome },
      { path: '/balai', label: 'Balai', icon: IconBuilding },
      { path: '/kelas', label: 'Kelas', icon: IconCalendar },
      { path: '/lulusan', label: 'Lulusan', icon: IconCertificate },
      { path: '/realisasi', label: 'Realisasi', icon: IconCoins },
    ],
  },
  {
    label: 'PERIKSA',
    places: [
      { path: '/sertifikat', label: 'Sertifikat', icon: IconRosetteDiscountCheck },
      { path: '/orang-ganda', label: 'Orang ganda', icon: IconUsers },
      { path: '/laporan', label: 'Laporan', icon: IconChartBar },
    ],
  },
]

/** Figures are for everybody; lists of people, although only codes, are not. */
export function mayOpen(role: StaffRole, path: string): boolean {
  return role !== 'viewer' || path !== '/orang-ganda'
}

export function placesFor(role: StaffRole) {
  return placeGroups.flatMap(group => group.places).filter(({ path }) => mayOpen(role, path))
}
