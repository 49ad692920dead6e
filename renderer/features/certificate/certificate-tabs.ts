import type { PageTab } from '../../ui/page.tsx'

const tabs = [
  { label: 'Buku', path: '/sertifikat' },
  { label: 'Verifikasi', path: '/sertifikat/verifikasi' },
  { label: 'Kunci', path: '/sertifikat/kunci' },
] as const

/** The three pages of Sertifikat, one of them open. */
export function certificateTabs(open: (typeof tabs)[number]['label']): PageTab[] {
  return tabs.map(tab => ({ ...tab, active: tab.label === open }))
}

export function paperPath(id: number): string {
  return `/sertifikat/lembar/${id}`
}
