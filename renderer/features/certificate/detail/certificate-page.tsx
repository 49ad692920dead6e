import { Flex } from '@mantine/core'
import { IconHandGrab, IconLock, IconPrinter, IconUser } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useRouter } from '@tanstack/react-router'
import { useState } from 'react'
import type { CertificateHistory } from '../../../../shared/features/certificate/book-contract.ts'
import { certificatePath, numberOfAddress } from '../../../../shared/features/certificate/certificate-path.ts'
import { longDate } from '../../../../shared/kernel/date-format.ts'
import { hundredths } from '../../../../shared/kernel/number-format.ts'
import { api, readOnce } from '../../../app/client.ts'
import { cohortPath } from '../../../app/cohort-path.ts'
import { errorMessage } from '../../../app/error-message.ts'
import { PageBoundary } from '../../../app/page-boundary.tsx'
import { pageRoute } from '../../../app/root-route.tsx'
import type { Action } from '../../../ui/action/action.ts'
import { ActionButton } from '../../../ui/action/action-button.tsx'
import { KeyCap, KeyHints } from '../../../ui/action/key-cap.tsx'
import { LinkAction } from '../../../ui/action/link-action.tsx'
import { useActions } from '../../../ui/action/use-actions.ts'
import { Note } from '../../../ui/feedback/note.tsx'
import { useFirstField } from '../../../ui/form/use-first-field.ts'
import { Columns } from '../../../ui/page/columns.tsx'
import { FactList } from '../../../ui/page/fact-list.tsx'
import layout from '../../../ui/page/layout.module.css'
import { Page } from '../../../ui/page/page.tsx'
import { Panel } from '../../../ui/page/panel.tsx'
import { PaperView } from '../../../ui/paper/paper-view.tsx'
import { CollectionDialog } from '../../alumni/collection/collection-dialog.tsx'
import { formatSize } from '../../trainee/file-list.tsx'
import { CertificateDialog, type CertificatePaper } from '../certificate-dialog.tsx'
import { kindTitle } from '../kind-labels.ts'
import { StateBadge } from '../state-badge.tsx'
import styles from './certificate-page.module.css'
import { CopyDialog } from './copy-dialog.tsx'
import { formatLastVerification } from './life-line.ts'
import { LifeLinePanel } from './life-line-panel.tsx'
import { PaperActs } from './paper-acts.tsx'
import { ReplaceDialog } from './replace-dialog.tsx'
import { RevokeDialog } from './revoke-dialog.tsx'

export const certificatePageRoute = pageRoute('/sertifikat/$nomor', CertificatePage)

const crumbs = [{ label: 'Sertifikat', path: '/sertifikat' }]

function CertificatePage() {
  const number = numberOfAddress(certificatePageRoute.useParams().nomor)
  const history = useQuery(api.book.history.queryOptions({ input: { number } }))
  return (
    <PageBoundary title="Sertifikat" crumbs={crumbs} query={history}>
      {data => <Loaded key={data.id} paper={data} />}
    </PageBoundary>
  )
}

/** One paper as it was issued, all that happened to it, and what may still be done with it. */
function Loaded({ paper }: { paper: CertificateHistory }) {
  const router = useRouter()
  const { id, number, name, kind, state, code } = paper
  const [asked, setAsked] = useState<'copy' | 'replace' | 'revoke' | 'collect' | null>(null)
  const [opened, setOpened] = useState<CertificatePaper | null>(null)
  const file = useQuery({ ...api.certificate.file.queryOptions({ input: { id } }), ...readOnce })
  const siblings = useQuery(api.alumni.papers.queryOptions({ input: { code, kind } }))
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
  const collect: Action = {
    label: 'Catat pengambilan',
    needs: 'certificate.print',
    keys: 'A',
    icon: IconHandGrab,
    tone: 'primary',
    refused: mine ? undefined : (holds ?? 'Daftar pengambilannya masih dibaca.'),
    run: () => setAsked('collect'),
  }
  const person: Action = {
    label: 'Lihat orangnya',
    icon: IconUser,
    run: () => router.history.push(`/peserta/${paper.traineeId}`),
  }
  const copy: Action = {
    label: `Salinan ke-${paper.copies.length + 1}…`,
    keys: 'S',
    refused: holds,
    run: () => setAsked('copy'),
  }
  const replace: Action = {
    label: 'Ganti…',
    needs: 'certificate.issue',
    keys: 'K',
    refused: holds,
    run: () => setAsked('replace'),
  }
  const revoke: Action = {
    label: 'Cabut…',
    needs: 'certificate.revoke',
    keys: 'X',
    refused: state === 'revoked' ? holds : undefined,
    run: () => setAsked('revoke'),
  }
  const go = (by: number) => () => {
    const next = papers[at + by]
    if (next) router.history.replace(certificatePath(next.number))
  }
  const back: Action = {
    label: 'Kembali ke buku',
    keys: 'Esc',
    run: () => (router.history.canGoBack() ? router.history.back() : router.history.push('/sertifikat')),
  }
  useActions([
    reprint,
    collect,
    copy,
    replace,
    revoke,
    { label: 'Sertifikat sebelumnya', keys: '←', run: go(-1) },
    { label: 'Sertifikat berikutnya', keys: '→', run: go(1) },
    back,
  ])
  const close = () => setAsked(null)
  const first = useFirstField<HTMLDivElement>()
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
              {at + 1} dari {papers.length} <KeyCap>← →</KeyCap>
            </span>
          )}
          <ActionButton action={person} />
          {waits && <ActionButton action={reprint} />}
          <ActionButton action={waits ? collect : reprint} />
        </>
      }
    >
      <Columns ref={first} stacks widths="1fr 27.125rem" wide="1fr 41rem" align="stretch" mih={0}>
        <Flex direction="column" gap="0.75rem" miw={0} mih="38.75rem">
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
          <PaperView
            pdf={file.data ?? null}
            error={file.error ? errorMessage(file.error) : undefined}
            label={`${kindTitle(kind)} ${name}`}
            struck={state === 'revoked'}
          >
            <div className={styles.frozen}>
              <IconLock size={16} aria-hidden />
              <p>
                <b>Beku sejak terbit.</b> Nama, tanggal, nilai dan rancangan tidak berubah; cetak ulang menghasilkan
                berkas yang sama.
                <span>
                  {paper.design !== '' && `${paper.design} · `}sidik berkas {groupsOf(paper.sha256)} ·{' '}
                  {formatSize(paper.size)}
                </span>
              </p>
            </div>
          </PaperView>
        </Flex>
        <div className={layout.tight}>
          <Panel title={kindTitle(kind)}>
            <FactList
              facts={[
                { label: 'Nomor', value: <b className={layout.digits}>{number}</b> },
                {
                  label: 'Kelas',
                  value: (
                    <LinkAction path={cohortPath(code, 'certificates')}>
                      {paper.cohortTitle} · {code}
                    </LinkAction>
                  ),
                },
                { label: 'Program', value: paper.program },
                { label: 'Nilai akhir', value: formatResult(paper) },
                { label: 'Tanggal terbit', value: longDate(paper.issuedOn) },
                { label: 'Penanda tangan', value: paper.signer },
                { label: 'Pemeriksaan', value: formatLastVerification(paper) },
              ]}
            />
          </Panel>
          <LifeLinePanel
            paper={paper}
            collection={collection}
            onOpen={setOpened}
            onCollection={() => setAsked('collect')}
          />
          <PaperActs id={id} copy={copy} replace={replace} revoke={revoke} />
        </div>
      </Columns>
      <KeyHints
        hints={[
          { keys: ['←', '→'], text: 'sertifikat lain' },
          { keys: 'Tab', text: 'kertas, garis hidup, tindakan' },
          { ...back, hint: 'kembali ke buku' },
        ]}
      />
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
      {asked === 'collect' && mine && <CollectionDialog papers={papers} current={mine} onClose={close} />}
      {opened && <CertificateDialog paper={opened} onClose={() => setOpened(null)} />}
    </Page>
  )
}

/** '79,90 · Cukup · hadir 14 dari 15' */
function formatResult({ final, predicate, present, planned }: CertificateHistory): string {
  return [final !== null && hundredths(final), predicate, `hadir ${present} dari ${planned}`]
    .filter(Boolean)
    .join(' · ')
}

/** The first sixteen letters in groups of four: enough to compare by eye. */
function groupsOf(sha256: string): string {
  return (sha256.slice(0, 16).match(/.{4}/g) ?? []).join(' ')
}
