import type { PageTab } from '../../ui/page/page.tsx'

const tabs = [
  { key: 'follow-up', label: 'Penelusuran lulusan', path: '/laporan' },
  { key: 'results', label: 'Hasil per kejuruan', path: '/laporan/hasil' },
  { key: 'aid', label: 'Modal kerja', path: '/laporan/modal-kerja' },
] as const

/** The pages of Laporan. */
export function reportTabs(active: (typeof tabs)[number]['key']): PageTab[] {
  return tabs.map(({ key, label, path }) => ({ label, path, active: key === active }))
}
