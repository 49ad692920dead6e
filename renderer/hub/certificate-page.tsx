import { Page } from '../ui/page/page.tsx'
import { CheckPanel } from './check-panel.tsx'

export function CertificatePage() {
  return (
    <Page title="Sertifikat" facts="Buku semua balai; siapa pun dapat memeriksa di halaman /periksa tanpa masuk">
      <CheckPanel autoFocus />
    </Page>
  )
}
