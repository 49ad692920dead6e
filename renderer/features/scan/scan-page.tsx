import { IconTrash } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { createRoute, useRouter } from '@tanstack/react-router'
import { useEffect, useState } from 'react'
import type { ScanDetail } from '../../../shared/features/scan/contract.ts'
import { scanId } from '../../../shared/ids.ts'
import { api, client } from '../../app/client.ts'
import { errorWords } from '../../app/error-words.ts'
import { Reading } from '../../app/reading.tsx'
import { rootRoute } from '../../app/root-route.tsx'
import { useCommand } from '../../app/use-command.ts'
import { ActButton } from '../../ui/act-button.tsx'
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx'
import { Note } from '../../ui/note.tsx'
import { Page } from '../../ui/page.tsx'
import { useKeys } from '../../ui/use-keys.ts'
import styles from './scan.module.css'
import { ScanFiling } from './scan-filing.tsx'
import { ScanPicture } from './scan-picture.tsx'
import { ScanReview } from './scan-review.tsx'
import { scansPath, sheetWords, stateWords, warningWords } from './scan-words.ts'

export const scanRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: `${scansPath}/$id`,
  component: ScanPage,
})

function ScanPage() {
  const parsed = scanId.safeParse(Number(scanRoute.useParams().id))
  const id = parsed.data ?? scanId.parse(1)
  const scan = useQuery({ ...api.scan.detail.queryOptions({ input: { id } }), enabled: parsed.success })
  return (
    <Reading query={scan} rows={12}>
      {data => <Scan key={data.id} scan={data} />}
    </Reading>
  )
}

/** Picture left; right who signed, or the question which sheet it is. */
function Scan({ scan }: { scan: ScanDetail }) {
  const router = useRouter()
  const [asked, setAsked] = useState(false)
  const [current, setCurrent] = useState(0)
  const { source, error } = usePicture(scan)
  const scans = useQuery(api.scan.list.queryOptions({ input: { code: null } }))
  const discard = useCommand(api.scan.discard, { done: () => 'Pindaian dibuang.' })
  const open = scan.state !== 'confirmed'

  /** The next page that waits; without one the list. */
  function leave() {
    const next = scans.data?.find(one => one.state !== 'confirmed' && one.id !== scan.id)
    router.history.push(next ? `${scansPath}/${next.id}` : scansPath)
  }
  useKeys([{ keys: 'Esc', label: 'kembali ke daftar pindaian', run: () => router.history.push(scansPath) }])

  return (
    <Page
      fixed
      title={scan.sheet ? sheetWords(scan) : 'Lembar tanpa kode'}
      crumbs={[
        { label: 'Kehadiran', path: '/kehadiran' },
        { label: 'Pindaian', path: scansPath },
        { label: `Halaman ${scan.source.page}` },
      ]}
      facts={`${scan.source.name} · ${stateWords[scan.state].words}`}
      actions={
        open && (
          <ActButton icon={IconTrash} onAct={() => setAsked(true)}>
            Buang
          </ActButton>
        )
      }
    >
      {(discard.error ?? error) && (
        <Note tone="err" live>
          {discard.error ?? error}
        </Note>
      )}
      {scan.warnings.map(warning => {
        const { title, words } = warningWords(warning)
        return (
          <Note key={warning.kind} tone="warn" title={title}>
            {words}
          </Note>
        )
      })}
      <div className={styles.work}>
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reached by keyboard */}
        <section className={styles.desk} aria-label="Gambar lembar" tabIndex={0}>
          {source && (
            <ScanPicture
              source={source}
              label={sheetWords(scan)}
              size={scan.size}
              row={open ? scan.rows[current] : undefined}
            />
          )}
        </section>
        <div className={styles.side}>
          {scan.state === 'unfiled' ? (
            <ScanFiling scan={scan} onFiled={leave} />
          ) : (
            <ScanReview scan={scan} source={source} current={current} onCurrent={setCurrent} onDone={leave} />
          )}
        </div>
      </div>
      <ConfirmDialog
        opened={asked}
        title="Buang 1 halaman pindaian?"
        act="Buang 1 halaman"
        tone="danger"
        onCancel={() => setAsked(false)}
        onAct={async () => {
          setAsked(false)
          if (await discard.run({ id: scan.id })) leave()
        }}
      >
        Gambarnya dihapus dari folder data. Lembar kertasnya dapat dipindai lagi.
      </ConfirmDialog>
    </Page>
  )
}

/** Address of the picture, taken back when another one is shown. Read once: it never changes, unlike what is known about it. */
function usePicture({ id }: ScanDetail): { source: string | null; error: string | null } {
  const [source, setSource] = useState<string | null>(null)
  const [error, setError] = useState<string | null>(null)
  useEffect(() => {
    let address: string | null = null
    let left = false
    client.scan.picture({ id }).then(
      ({ file }) => {
        if (left) return
        address = URL.createObjectURL(file)
        setSource(address)
      },
      (thrown: unknown) => !left && setError(errorWords(thrown)),
    )
    return () => {
      left = true
      if (address !== null) URL.revokeObjectURL(address)
    }
  }, [id])
  return { source, error }
}
