import { IconCertificate } from '@tabler/icons-react'
import { useRouter } from '@tanstack/react-router'
import { useState } from 'react'
import type { BookRow } from '../../../../shared/features/certificate/book-contract.ts'
import { certificatePath } from '../../../../shared/features/certificate/certificate-path.ts'
import { api, keepShown, useRead } from '../../../app/client.ts'
import { ListPage } from '../../../app/list/list-page.tsx'
import { searchPath } from '../../../app/list/search-words.ts'
import { pageRoute } from '../../../app/root-route.tsx'
import { useAddressText } from '../../../app/use-address-text.ts'
import { ActionButton, LinkAction } from '../../../ui/action/action-button.tsx'
import layout from '../../../ui/page/layout.module.css'
import { certificateTabs } from '../../certificate-design/certificate-tabs.ts'
import { formatState } from '../state-badge.tsx'
import { NumberDrawer } from './number-drawer.tsx'
import { registerColumns, registerExport } from './register-columns.tsx'
import { SetAsideDrawer } from './set-aside-drawer.tsx'

export const registerRoute = pageRoute(
  '/sertifikat',
  RegisterPage,
  (search: Record<string, unknown>): { cari?: string } =>
    search.cari === undefined || search.cari === '' ? {} : { cari: String(search.cari) },
)

const shown = 1000

/** The register of everything ever issued, newest first. */
function RegisterPage() {
  const router = useRouter()
  const { cari = '' } = registerRoute.useSearch()
  const [text, setText] = useAddressText(cari, next => router.history.replace(searchPath('/sertifikat', next)))
  const [opened, setOpened] = useState<BookRow | null>(null)
  const [numbers, setNumbers] = useState(false)
  const register = useRead(api.book.list, { search: text.trim(), kind: null, limit: shown, offset: 0 }, keepShown)
  const rows = register.data?.rows ?? []
  const total = register.data?.total ?? 0
  const aside = register.data?.aside ?? 0

  /** All rows that match the search, not only those loaded. */
  async function wholeBook() {
    const all: BookRow[] = []
    for (let offset = 0; offset === all.length; offset += shown) {
      const input = { search: text.trim(), kind: null, limit: shown, offset }
      all.push(...(await api.book.list.call(input)).rows)
    }
    return registerExport(all)
  }

  return (
    <ListPage
      title="Sertifikat"
      tabs={certificateTabs('register')}
      facts={
        register.data &&
        `${(total - aside).toLocaleString('id-ID')} terbit${aside === 0 ? '' : ` · ${aside.toLocaleString('id-ID')} nomor tanpa sertifikat`}`
      }
      actions={
        <ActionButton needs="certificate.issue" onAction={() => setNumbers(true)}>
          Nomor tanpa sertifikat
        </ActionButton>
      }
      exported={wholeBook}
      filter={{ placeholder: 'Nomor, nama, kelas', text, onText: setText }}
      list={{
        name: 'Buku sertifikat',
        unit: 'nomor sertifikat dan surat keterangan',
        query: register,
        bars: 12,
        rows,
        columns: registerColumns,
        rowKey: row => row.number,
        rowLabel: row => `${row.number}, ${row.name === '' ? formatState(row.state) : row.name}`,
        onOpen: row => (row.certificateId === null ? setOpened(row) : router.history.push(certificatePath(row.number))),
        empty: {
          icon: IconCertificate,
          title: 'Belum ada sertifikat yang terbit.',
          children: (
            <>
              Sertifikat terbit dari kelas yang hasil sidangnya sudah ditetapkan. Buka{' '}
              <LinkAction path="/angkatan">Angkatan</LinkAction>.
            </>
          ),
        },
        unmatched: text !== '' && {
          title: `Tidak ada “${text}”.`,
          showAll: 'Tampilkan semua',
          onShowAll: () => setText(''),
        },
      }}
    >
      {total > rows.length && rows.length > 0 && (
        <p className={layout.detail}>
          {rows.length.toLocaleString('id-ID')} terbaru dari {total.toLocaleString('id-ID')}. Ketik nomor atau nama
          untuk yang lebih lama.
        </p>
      )}
      {opened?.setAsideId && (
        <SetAsideDrawer row={{ ...opened, setAsideId: opened.setAsideId }} onClose={() => setOpened(null)} />
      )}
      {numbers && <NumberDrawer onClose={() => setNumbers(false)} />}
    </ListPage>
  )
}
