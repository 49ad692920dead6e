import { type OperationGroup, rolesWith } from '../../../shared/features/access/access-matrix.ts'
import { formatRoles } from '../../../shared/features/access/roles.ts'
import { EmptyState } from '../../ui/feedback/empty-state.tsx'
import type { PageProps } from '../../ui/page/page.tsx'
import { Page } from '../../ui/page/page.tsx'
import { mayOf, useSession } from '../session.tsx'

type SettingsSection =
  | 'balai'
  | 'penanda-tangan'
  | 'aturan'
  | 'program'
  | 'ruang'
  | 'surat'
  | 'aturan-surat'
  | 'pengguna'
  | 'meja'
  | 'komputer'
  | 'cadangan'
  | 'pembaruan'
  | 'riwayat'

/** `group`: the right needed to see the tab; without it everybody does. */
const sections: readonly { section: SettingsSection; label: string; group?: OperationGroup }[] = [
  { section: 'balai', label: 'Balai' },
  { section: 'penanda-tangan', label: 'Penanda tangan', group: 'setting.see' },
  { section: 'aturan', label: 'Aturan', group: 'setting.see' },
  { section: 'program', label: 'Program', group: 'setting.see' },
  { section: 'ruang', label: 'Ruang', group: 'setting.see' },
  { section: 'surat', label: 'Template surat', group: 'setting.see' },
  { section: 'aturan-surat', label: 'Aturan surat', group: 'setting.see' },
  { section: 'pengguna', label: 'Pengguna & Peran', group: 'admin.see' },
  { section: 'meja', label: 'Meja', group: 'admin.see' },
  { section: 'komputer', label: 'Komputer' },
  { section: 'cadangan', label: 'Cadangan', group: 'backup.see' },
  { section: 'pembaruan', label: 'Pembaruan', group: 'admin.see' },
  { section: 'riwayat', label: 'Riwayat Perubahan', group: 'history.see' },
]

interface SettingsPageProps extends Omit<PageProps, 'title' | 'tabs'> {
  section: SettingsSection
}

/** One section of Pengaturan under its tabs. Tabs that the person may not see are hidden. On a desk, Meja shows its own connection. */
export function SettingsPage({ section, ...page }: SettingsPageProps) {
  const session = useSession()
  const may = mayOf(session)
  const seen = sections.filter(
    one =>
      one.section === section ||
      (one.section === 'meja' && session.shared === 'desk') ||
      one.group === undefined ||
      may(one.group),
  )
  // The backend lets everybody read what these sections show, so the right is checked here. All other sections are refused by the backend, whose
  // error names who may.
  const needs = seen.find(one => one.section === section && one.group === 'setting.see')?.group
  const open = needs === undefined || may(needs)
  return (
    <Page
      {...(open ? page : { children: <NotForMe needs={needs} /> })}
      title="Pengaturan"
      tabs={seen.map(one => ({
        label: one.label,
        path: `/pengaturan/${one.section}`,
        active: one.section === section,
      }))}
    />
  )
}

/** Shown instead of a section that the person may not read, for example from an old address. */
function NotForMe({ needs }: { needs: OperationGroup }) {
  return (
    <EmptyState title={`Bagian ini untuk ${formatRoles(rolesWith(needs))}.`}>Mintalah kepada salah satunya.</EmptyState>
  )
}
