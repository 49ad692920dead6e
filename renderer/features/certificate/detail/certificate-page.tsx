import { IconHandGrab, IconPrinter, IconUser } from '@tabler/icons-react'
import { useRouter } from '@tanstack/react-router'
import { useState } from 'react'
import type { CertificateHistory } from '../../../../shared/features/certificate/book-contract.ts'
import { certificatePath, numberOfAddress } from '../../../../shared/features/certificate/certificate-path.ts'
import { api, PageBoundary, useRead } from '../../../app/client.ts'
import { cohortPath } from '../../../app/cohort-path.ts'
import { pageRoute } from '../../../app/root-route.tsx'
import { type Action, backAction, primaryAction, stepActions, useActions } from '../../../ui/action/action.ts'
import { ActionButton } from '../../../ui/action/action-button.tsx'
import { KeyCap, KeyHints } from '../../../ui/action/key-cap.tsx'
import { listKeys } from '../../../ui/action/widget-keys.ts'
import { Columns } from '../../../ui/page/columns.tsx'
import layout from '../../../ui/page/layout.module.css'
import { Page } from '../../../ui/page/page.tsx'
import { CollectionDialog } from '../../alumni/collection/collection-dialog.tsx'
import { CertificateDialog, type CertificatePaper } from '../certificate-dialog.tsx'
import { StateBadge } from '../state-badge.tsx'
import styles from './certificate-page.module.css'
import { CopyDialog } from './copy-dialog.tsx'
import { FrozenPaper } from './frozen-paper.tsx'
import { LifeLinePanel } from './life-line-panel.tsx'
import { PaperActs } from './paper-acts.tsx'
import { PaperFacts } from './paper-facts.tsx'
import { ReplaceDialog } from './replace-dialog.tsx'
import { RevokeDialog } from './revoke-dialog.tsx'

export const certificatePageRoute = pageRoute('/sertifikat/$nomor', CertificatePage)

const crumbs = [{ label: 'Sertifikat', path: '/sertifikat' }]

function CertificatePage() {
  const number = numberOfAddress(certificatePageRoute.useParams().nomor)
  const history = useRead(api.book.history, { number })
  return (
    <PageBoundary title="Sertifikat" crumbs={crumbs} query={history}>
      {data => <Loaded key={data.id} paper={data} />}
    </PageBoundary>
  )
}

/** An issued paper: what it says, what happened to it, and what may still be done. */
function Loaded({ paper }: { paper: CertificateHistory }) {
  const router = useRouter()
  const { id, number, name, kind, state, code } = paper
  const [dialog, setDialog] = useState<'copy' | 'replace' | 'revoke' | 'collect' | null>(null)
  const [opened, setOpened] = useState<CertificatePaper | null>(null)
  const siblings = useRead(api.alumni.papers, { code, kind })
  const papers = siblings.data ?? []
  const at = papers.findIndex(one => one.certificateId === id)
  const mine = papers[at]
  const collection = mine?.collection ?? null

  const holds = state === 'valid' ? undefined : state === 'revoked' ? 'Sudah dicabut.' : 'Sudah diganti.'
  const waits = mine !== undefined && collection === null
  const reprint: Action = {
    label: 'Cetak ulang',
    keys: 'Ctrl P',
    icon: IconPrinter,
    tone: waits ? 'secondary' : 'primary',
    run: () => setOpened({ what: 'issued', id, name }),
  }
  const collect = primaryAction('A', 'Catat pengambilan', () => setDialog('collect'), {
    needs: 'certificate.print',
    icon: IconHandGrab,
    refused: mine ? undefined : (holds ?? 'Daftar pengambilannya masih dibaca.'),
  })
  const person: Action = {
    label: 'Buka data orangnya',
    icon: IconUser,
    run: () => router.history.push(`/peserta/${paper.traineeId}`),
  }
  const copy: Action = {
    label: `Salinan ke-${paper.copies.length + 1}…`,
    keys: 'S',
    refused: holds,
    run: () => setDialog('copy'),
  }
  const replace: Action = {
    label: 'Ganti…',
    needs: 'certificate.issue',
    keys: 'K',
    refused: holds,
    run: () => setDialog('replace'),
  }
  const revoke: Action = {
    label: 'Cabut…',
    needs: 'certificate.revoke',
    keys: 'X',
    refused: state === 'revoked' ? holds : undefined,
    run: () => setDialog('revoke'),
  }
  function go(by: number) {
    const other = papers[at + by]
    if (other) router.history.replace(certificatePath(other.number))
  }
  const back = backAction(
    () => (router.history.canGoBack() ? router.history.back() : router.history.push('/sertifikat')),
    'Kembali ke buku',
  )
  const [next, previous] = stepActions('Sertifikat', go, '→', '←')
  useActions([reprint, collect, copy, replace, revoke, next, previous, back])
  const close = () => setDialog(null)
  return (
    <Page
      title={name}
      crumbs={[
        ...crumbs,
        { label: `${paper.cohortTitle} · ${code}`, path: cohortPath(code, 'certificates') },
        { label: number },
      ]}
      facts={
        <>
          <StateBadge state={state} />
          {[
            collection ? 'sudah diambil' : mine && 'belum diambil',
            paper.copies.length > 0 && `${paper.copies.length} salinan`,
          ]
            .filter(Boolean)
            .join(' · ')}
        </>
      }
      actions={
        <>
          {at >= 0 && papers.length > 1 && (
            <span className={layout.note}>
              {at + 1} dari {papers.length} <KeyCap>{`${previous.keys} ${next.keys}`}</KeyCap>
            </span>
          )}
          <ActionButton action={person} />
          {waits && <ActionButton action={reprint} />}
          <ActionButton action={waits ? collect : reprint} autoFocus />
        </>
      }
    >
      <Columns stacks widths="1fr 27.125rem" wide="1fr 41rem" align="stretch" mih={0}>
        <FrozenPaper paper={paper} />
        <div className={styles.side}>
          <PaperFacts paper={paper} />
          <LifeLinePanel
            paper={paper}
            collection={collection}
            onOpen={setOpened}
            onCollection={() => setDialog('collect')}
          />
          <PaperActs id={id} copy={copy} replace={replace} revoke={revoke} />
        </div>
      </Columns>
      <KeyHints
        hints={[
          listKeys.pages('sertifikat lain'),
          listKeys.section('kertas, garis hidup, tindakan'),
          { ...back, hint: 'kembali ke buku' },
        ]}
      />
      {dialog === 'copy' && (
        <CopyDialog
          paper={paper}
          onMade={made => {
            close()
            setOpened({ what: 'copy', ...made, certificateId: id, name })
          }}
          onClose={close}
        />
      )}
      {dialog === 'replace' && <ReplaceDialog paper={paper} onClose={close} />}
      {dialog === 'revoke' && <RevokeDialog paper={paper} onClose={close} />}
      {dialog === 'collect' && mine && <CollectionDialog papers={papers} current={mine} onClose={close} />}
      {opened && <CertificateDialog paper={opened} onClose={() => setOpened(null)} />}
    </Page>
  )
}
