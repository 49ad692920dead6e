import { useQuery } from '@tanstack/react-query'
import { createRoute } from '@tanstack/react-router'
import { useState } from 'react'
import type { CertificateHistory } from '../../../../shared/features/certificate/book-contract.ts'
import { certificateId } from '../../../../shared/ids.ts'
import { longDate } from '../../../../shared/kernel/date-format.ts'
import { api } from '../../../app/client.ts'
import { cohortPath } from '../../../app/cohort-path.ts'
import { idParams } from '../../../app/id-params.ts'
import { PageBoundary } from '../../../app/page-boundary.tsx'
import { rootRoute } from '../../../app/root-route.tsx'
import type { Action } from '../../../ui/action/action.ts'
import { ActionButton } from '../../../ui/action/action-button.tsx'
import { LinkAction } from '../../../ui/action/link-action.tsx'
import { useActions } from '../../../ui/action/use-actions.ts'
import { Note } from '../../../ui/feedback/note.tsx'
import { FactList } from '../../../ui/page/fact-list.tsx'
import { formatMoment } from '../../../ui/page/moment-format.ts'
import { Page } from '../../../ui/page/page.tsx'
import { Panel } from '../../../ui/page/panel.tsx'
import { CertificateDialog, type CertificatePaper } from '../certificate-dialog.tsx'
import { kindTitle, paperPath } from '../kind-labels.ts'
import { StateBadge } from '../state-badge.tsx'
import styles from './certificate-page.module.css'
import { CertificateTraces } from './certificate-traces.tsx'
import { CopyDialog } from './copy-dialog.tsx'
import { ReplaceDialog } from './replace-dialog.tsx'
import { RevokeDialog } from './revoke-dialog.tsx'

export const certificatePageRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/sertifikat/lembar/$id',
  params: idParams(certificateId),
  component: CertificatePage,
})

const crumbs = [{ label: 'Sertifikat', path: '/sertifikat' }]

function CertificatePage() {
  const { id } = certificatePageRoute.useParams()
  const history = useQuery(api.book.history.queryOptions({ input: { id } }))
  return (
    <PageBoundary title="Sertifikat" crumbs={crumbs} query={history}>
      {data => <Loaded key={id} paper={data} />}
    </PageBoundary>
  )
}

/** One paper with all that happened to it, and what may still be done with it. */
function Loaded({ paper }: { paper: CertificateHistory }) {
  const [asked, setAsked] = useState<'copy' | 'replace' | 'revoke' | null>(null)
  const [opened, setOpened] = useState<CertificatePaper | null>(null)
  const { id, number, name, kind, state } = paper
  const reprint: Action = {
    label: 'Cetak ulang',
    keys: 'Ctrl P',
    tone: 'primary',
    run: () => setOpened({ what: 'issued', id, name }),
  }
  const holds = state === 'valid' ? undefined : state === 'revoked' ? 'Sudah dicabut.' : 'Sudah diganti.'
  const copy: Action = { label: 'Buat salinan', keys: 'S', refused: holds, run: () => setAsked('copy') }
  const replace: Action = { label: 'Ganti', keys: 'K', refused: holds, run: () => setAsked('replace') }
  const revoke: Action = {
    label: 'Cabut',
    keys: 'X',
    refused: state === 'revoked' ? holds : undefined,
    run: () => setAsked('revoke'),
  }
  useActions([reprint, copy, replace, revoke])
  const close = () => setAsked(null)
  return (
    <Page
      title={number}
      crumbs={[...crumbs, { label: number }]}
      facts={<StateBadge state={state} />}
      actions={
        <>
          <ActionButton action={revoke} />
          <ActionButton action={replace} />
          <ActionButton action={copy} />
          <ActionButton action={reprint} />
        </>
      }
      side={
        <Panel title="Isi sejak terbit, tidak berubah lagi">
          <FactList
            facts={[
              { label: 'Jenis', value: kindTitle(kind) },
              { label: 'Nama', value: name },
              { label: 'Program', value: paper.program },
              {
                label: 'Kelas',
                value: <LinkAction path={cohortPath(paper.code, 'certificates')}>{paper.code}</LinkAction>,
              },
              { label: 'Tanggal terbit', value: longDate(paper.issuedOn) },
              { label: 'Diterbitkan', value: `${formatMoment(paper.issuedAt)}, ${paper.issuedBy}` },
            ]}
          />
          <p className={styles.hash}>
            Sidik berkas, berubah bila satu huruf pun diubah: <span>{paper.sha256}</span>
          </p>
        </Panel>
      }
    >
      {paper.revocation && (
        <Note tone="err" title={`Dicabut ${longDate(paper.revocation.on)}.`}>
          {paper.revocation.reason} ({paper.revocation.by})
        </Note>
      )}
      {paper.nameNow !== null && state === 'valid' && (
        <Note tone="warn" title={`Nama sekarang: ${paper.nameNow}.`}>
          Bila yang tertulis keliru, ganti sertifikat ini dengan yang baru.
        </Note>
      )}
      {paper.chain.length > 1 && (
        <Panel title="Urutan penggantian">
          <ol className={styles.chain}>
            {paper.chain.map(one => (
              <li key={one.id} aria-current={one.id === id ? 'true' : undefined}>
                {one.id === id ? (
                  <strong>{one.number}</strong>
                ) : (
                  <LinkAction path={paperPath(one.id)}>{one.number}</LinkAction>
                )}
                <span>
                  {one.name}, {longDate(one.issuedOn)}
                  {one.reason === '' ? '' : ` · ${one.reason}`}
                </span>
              </li>
            ))}
          </ol>
        </Panel>
      )}
      <CertificateTraces paper={paper} onOpen={setOpened} />
      {asked === 'copy' && (
        <CopyDialog
          paper={paper}
          onMade={made => {
            close()
            setOpened({ what: 'copy', ...made, certificateId: id, name })
          }}
          onClose={close}
        />
      )}
      {asked === 'replace' && <ReplaceDialog paper={paper} onClose={close} />}
      {asked === 'revoke' && <RevokeDialog paper={paper} onClose={close} />}
      {opened && <CertificateDialog paper={opened} onClose={() => setOpened(null)} />}
    </Page>
  )
}
