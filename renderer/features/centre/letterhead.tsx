import type { ReactNode } from 'react'
import type { CentreDraft } from '../../../shared/features/centre/centre.ts'
import styles from './letterhead.module.css'

interface LetterheadProps {
  centre: CentreDraft
  /** Data URL, or what stands in its place while there is none. */
  logo: ReactNode
  /** What the sheet shows below the rule. */
  children: ReactNode
}

/** A sheet with the letterhead as the papers carry it; only a hint, the papers themselves come from the backend. */
export function Letterhead({ centre, logo, children }: LetterheadProps) {
  return (
    <section className={styles.sheet} aria-label="Contoh kop surat">
      <div className={styles.head}>
        <div className={styles.logo}>{logo}</div>
        <div className={styles.lines}>
          <p className={styles.office}>{centre.government}</p>
          {centre.agency.trim() !== '' && <p className={styles.office}>{centre.agency}</p>}
          <p className={styles.name}>{centre.name}</p>
          <p className={styles.address}>{centre.address}</p>
          <p className={styles.address}>{contactLine(centre)}</p>
        </div>
      </div>
      <div className={styles.rule} />
      <div className={styles.body}>{children}</div>
    </section>
  )
}

function contactLine({ phone, email }: CentreDraft): string {
  return [phone.trim() && `Telepon ${phone}`, email.trim() && `Pos-el ${email}`].filter(Boolean).join(' · ')
}
