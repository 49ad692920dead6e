import type { PageProps } from '../../ui/page/page.tsx'
import { Page } from '../../ui/page/page.tsx'

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

const sections: readonly { section: SettingsSection; label: string }[] = [
  { section: 'balai', label: 'Balai' },
  { section: 'penanda-tangan', label: 'Penanda tangan' },
  { section: 'aturan', label: 'Aturan' },
  { section: 'program', label: 'Program' },
  { section: 'ruang', label: 'Ruang' },
  { section: 'surat', label: 'Template surat' },
  { section: 'aturan-surat', label: 'Aturan surat' },
  { section: 'pengguna', label: 'Pengguna & Peran' },
  { section: 'meja', label: 'Meja' },
  { section: 'komputer', label: 'Komputer' },
  { section: 'cadangan', label: 'Cadangan' },
  { section: 'pembaruan', label: 'Pembaruan' },
  { section: 'riwayat', label: 'Riwayat Perubahan' },
]

interface SettingsPageProps extends Omit<PageProps, 'title' | 'tabs'> {
  section: SettingsSection
}

/** One section of Pengaturan under its tabs. */
export function SettingsPage({ section, ...page }: SettingsPageProps) {
  return (
    <Page
      {...page}
      title="Pengaturan"
      tabs={sections.map(one => ({
        label: one.label,
        path: `/pengaturan/${one.section}`,
        active: one.section === section,
      }))}
    />
  )
}
