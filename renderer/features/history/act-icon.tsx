import {
  IconCertificate,
  IconClipboardCheck,
  IconClipboardText,
  IconCoins,
  IconDatabase,
  IconEye,
  IconFileExport,
  IconHistory,
  IconKey,
  IconPrinter,
  IconSchool,
  IconSettings,
  IconShieldCheck,
  IconUserEdit,
  type TablerIcon,
} from '@tabler/icons-react'
import type { Act } from '../../../shared/features/history/contract.ts'

const ofArea: Record<string, TablerIcon> = {
  trainee: IconUserEdit,
  rights: IconUserEdit,
  selection: IconUserEdit,
  nik: IconEye,
  restricted: IconEye,
  cohort: IconSchool,
  instructor: IconSchool,
  attendance: IconClipboardCheck,
  score: IconClipboardText,
  panel: IconClipboardText,
  certificate: IconCertificate,
  money: IconCoins,
  paper: IconPrinter,
  report: IconFileExport,
  setting: IconSettings,
  admin: IconKey,
  backup: IconShieldCheck,
  restore: IconDatabase,
}

/** Icon for the kind of act. */
export function ActIcon({ act }: { act: Pick<Act, 'area' | 'fields' | 'seen'> }) {
  const seen = act.seen !== null && act.area === 'trainee'
  const Icon = seen ? IconEye : (ofArea[act.area] ?? IconHistory)
  const guarded = seen || act.area === 'restricted' || act.area === 'nik'
  return <Icon size={17} stroke={1.75} color={guarded ? 'var(--ungu)' : 'var(--tinta-7)'} aria-hidden />
}
