import { Flex } from '@mantine/core'
import { IconTrash } from '@tabler/icons-react'
import { useRouter } from '@tanstack/react-router'
import { useEffect, useState } from 'react'
import type { ScanDetail } from '../../../shared/features/scan/contract.ts'
import { scanId } from '../../../shared/ids.ts'
import { api, client, QueryBoundary, useCommand, useRead } from '../../app/client.ts'
import { errorMessage } from '../../app/error-message.ts'
import { pageRoute } from '../../app/root-route.tsx'
import { backAction, useActions } from '../../ui/action/action.ts'
import { ActionButton } from '../../ui/action/action-button.tsx'
import { ConfirmDialog } from '../../ui/dialog/confirm-dialog.tsx'
import { ErrorNote, Note } from '../../ui/feedback/note.tsx'
import { Page } from '../../ui/page/page.tsx'
import styles from './scan.module.css'
import { ScanFiling } from './scan-filing.tsx'
import { formatSheet, formatState, formatWarning, scansPath } from './scan-labels.ts'
import { ScanPicture } from './scan-picture.tsx'
import { ScanReview } from './scan-review.tsx'

export const scanRoute = pageRoute(`${scansPath}/$id`, ScanPage)

function ScanPage() {
  const parsed = scanId.safeParse(Number(scanRoute.useParams().id))
  const id = parsed.data ?? scanId.parse(1)
  const scan = useRead(api.scan.detail, { id }, { enabled: parsed.success })
  return (
    <QueryBoundary query={scan} rows={12}>
      {data => <Scan key={data.id} scan={data} />}
    </QueryBoundary>
  )
}

/** The picture at the left; at the right who signed, or the question which sheet it is. */
function Scan({ scan }: { scan: ScanDetail }) {
  const router = useRouter()
  const [confirming, setConfirming] = useState(false)
  const [current, setCurrent] = useState(0)
  const { source, error } = usePicture(scan)
  const scans = useRead(api.scan.list, { code: null })
  const discard = useCommand(api.scan.discard, { done: () => 'Hasil scan dibuang.' })
  const open = scan.state !== 'confirmed'

  /** Goes to the next waiting page, or to the list. */
  function leave() {
    const next = scans.data?.find(one => one.state !== 'confirmed' && one.id !== scan.id)
    router.history.push(next ? `${scansPath}/${next.id}` : scansPath)
  }
  useActions([backAction(() => router.history.push(scansPath), 'Kembali ke daftar hasil scan')])

  return (
    <Page
      fixed
      title={scan.sheet ? formatSheet(scan) : 'Lembar tanpa kode'}
      crumbs={[
        { label: 'Kehadiran', path: '/kehadiran' },
        { label: 'Hasil scan', path: scansPath },
        { label: `Halaman ${scan.source.page}` },
      ]}
      facts={`${scan.source.name} · ${formatState[scan.state].words}`}
      actions={
        open && (
          <ActionButton icon={IconTrash} onAction={() => setConfirming(true)}>
            Buang
          </ActionButton>
        )
      }
    >
      <ErrorNote error={discard.error ?? error} />
      {scan.warnings.map(warning => {
        const { title, words } = formatWarning(warning)
        return (
          <Note key={warning.kind} tone="warn" title={title}>
            {words}
          </Note>
        )
      })}
      <div className={styles.work}>
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a scroll area must be reachable by keys */}
        <section className={styles.desk} aria-label="Gambar lembar" tabIndex={0}>
          {source && (
            <ScanPicture
              source={source}
              label={formatSheet(scan)}
              size={scan.size}
              row={open ? scan.rows[current] : undefined}
            />
          )}
        </section>
        <Flex mih={0} direction="column" gap="0.75rem">
          {scan.state === 'unfiled' ? (
            <ScanFiling scan={scan} onFiled={leave} />
          ) : (
            <ScanReview scan={scan} source={source} current={current} onCurrent={setCurrent} onDone={leave} />
          )}
        </Flex>
      </div>
      <ConfirmDialog
        opened={confirming}
        title="Buang 1 halaman hasil scan?"
        action="Buang 1 halaman"
        tone="danger"
        onCancel={() => setConfirming(false)}
        onAction={async () => {
          setConfirming(false)
          if (await discard.run({ id: scan.id })) leave()
        }}
      >
        Gambarnya dihapus dari folder data. Lembar kertasnya dapat dipindai lagi.
      </ConfirmDialog>
    </Page>
  )
}

/** Object URL of the picture, revoked when another one is shown. Read once, because the picture never changes. */
function usePicture({ id }: ScanDetail): { source: string | null; error: string | null } {
  const [source, setSource] = useState<string | null>(null)
  const [error, setError] = useState<string | null>(null)
  useEffect(() => {
    let address: string | null = null
    let unmounted = false
    client.scan.picture({ id }).then(
      ({ file }) => {
        if (unmounted) return
        address = URL.createObjectURL(file)
        setSource(address)
      },
      (thrown: unknown) => !unmounted && setError(errorMessage(thrown)),
    )
    return () => {
      unmounted = true
      if (address !== null) URL.revokeObjectURL(address)
    }
  }, [id])
  return { source, error }
}
