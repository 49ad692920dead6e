import { useEffect, useRef } from 'react'
import type { IssueCandidate } from '../../../../shared/features/certificate/contract.ts'
import { api, useRead } from '../../../app/client.ts'
import { usePdf } from '../../../ui/paper/use-pdf.ts'
import styles from './name-sample.module.css'

/** CSS pixels. */
const width = 520

/** A long name as the certificate prints it, between the limits of its field. */
export function NameSample({ candidate: { enrolmentId, name } }: { candidate: IssueCandidate }) {
  const sample = useRead(api.certificate.nameSample, { enrolmentId })
  const document = usePdf(sample.data ?? null)
  const canvas = useRef<HTMLCanvasElement>(null)
  const page = document.state === 'ready' ? document.pages[0] : undefined
  useEffect(() => {
    const element = canvas.current
    if (!page || !element) return
    const scale = (width / page.getViewport({ scale: 1 }).width) * window.devicePixelRatio
    const viewport = page.getViewport({ scale })
    element.width = Math.floor(viewport.width)
    element.height = Math.floor(viewport.height)
    const drawing = page.render({ canvas: element, viewport })
    // A drawing cancelled by the next person rejects; ignore it.
    drawing.promise.catch(() => {})
    return () => drawing.cancel()
  }, [page])
  return (
    <figure className={styles.sample}>
      <figcaption>Baris nama seperti dicetak; garis tegak adalah batas bingkai.</figcaption>
      <canvas ref={canvas} role="img" aria-label={`Baris nama ${name}`} style={{ width }} />
    </figure>
  )
}
