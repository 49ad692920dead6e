import {
  IconCalendar,
  IconCalendarEvent,
  IconCertificate,
  IconChartBar,
  IconClipboardCheck,
  IconCoins,
  IconHome,
  IconSettings,
  IconUserCheck,
  IconUsers,
  type TablerIcon,
} from '@tabler/icons-react'
import type { OperationGroup } from '../../../shared/features/access/access-matrix.ts'

export interface Place {
  label: string
  path: string
  keys: string
  /** Further addresses that belong to this place. */
  also?: readonly string[]
  icon: TablerIcon
  /** The right needed to see it; without it everybody does. */
  needs?: OperationGroup
}

interface PlaceGroup {
  label: string
  places: readonly Place[]
}

/** The places of the sidebar. A line here adds a place and its key. */
export const placeGroups: readonly PlaceGroup[] = [
  {
    label: 'HARIAN',
    places: [
      { label: 'Beranda', path: '/', keys: 'Alt 1', icon: IconHome },
      { label: 'Kehadiran', path: '/kehadiran', keys: 'Alt 2', icon: IconClipboardCheck, needs: 'attendance.see' },
      { label: 'Peserta', path: '/peserta', also: ['/seleksi'], keys: 'Alt 3', icon: IconUsers, needs: 'trainee.see' },
    ],
  },
  {
    label: 'KELAS',
    places: [
      { label: 'Angkatan', path: '/angkatan', keys: 'Alt 4', icon: IconCalendarEvent, needs: 'cohort.see' },
      { label: 'Sertifikat', path: '/sertifikat', keys: 'Alt 5', icon: IconCertificate, needs: 'certificate.see' },
      { label: 'Instruktur', path: '/instruktur', keys: 'Alt 6', icon: IconUserCheck, needs: 'instructor.see' },
    ],
  },
  {
    label: 'BALAI',
    places: [
      { label: 'Kalender', path: '/kalender', keys: 'Alt 7', icon: IconCalendar },
      { label: 'Kegiatan & Dana', path: '/kegiatan', keys: 'Alt 8', icon: IconCoins, needs: 'money.see' },
      { label: 'Laporan', path: '/laporan', keys: 'Alt 9', icon: IconChartBar, needs: 'report.figures' },
    ],
  },
]

/** The places that a person may see, without empty groups. The keys are the same for everybody. */
export function placesFor(may: (group: OperationGroup) => boolean): PlaceGroup[] {
  return placeGroups
    .map(({ label, places }) => ({ label, places: places.filter(({ needs }) => needs === undefined || may(needs)) }))
    .filter(({ places }) => places.length > 0)
}

/** Opened from the bottom of the sidebar. */
export const settings: Place = { label: 'Pengaturan', path: '/pengaturan/balai', keys: 'Ctrl ,', icon: IconSettings }

/** True when the path lies in the place: '/angkatan/TR-2024-03/jadwal' lies in '/angkatan'. */
export function isInPlace(path: string, place: string): boolean {
  return path === place || (place !== '/' && path.startsWith(`${place}/`))
}
