import { useRouter } from '@tanstack/react-router'
import { cohortPath } from '../../app/cohort-path.ts'
import { SwitchBar } from '../../ui/form/switch-bar.tsx'

const views = [
  { value: 'trainees', label: 'Peserta' },
  { value: 'instructors', label: 'Instruktur' },
] as const

/** '/angkatan/TR-2024-03/kehadiran?bagian=instruktur' */
export function teachingPath(code: string): string {
  return `${cohortPath(code, 'attendance')}?bagian=instruktur`
}

/** Switches between attendance of trainees and of instructors. */
export function TeachingSwitch({ code, view }: { code: string; view: (typeof views)[number]['value'] }) {
  const router = useRouter()
  return (
    <SwitchBar
      label="Kehadiran siapa"
      options={views}
      value={view}
      onChange={next =>
        router.history.replace(next === 'trainees' ? cohortPath(code, 'attendance') : teachingPath(code))
      }
    />
  )
}
