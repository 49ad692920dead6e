import styles from './brand-mark.module.css'

interface BrandMarkProps {
  /** Height in px at 100 %; the width is 7/5 of it. */
  size?: number
}

/** The logo: two training days, a day off and today, as on the rail. */
export function BrandMark({ size = 16 }: BrandMarkProps) {
  return (
    <svg
      width={`${(size * 24) / 16 / 16}rem`}
      height={`${size / 16}rem`}
      viewBox="0 0 24 16"
      aria-hidden="true"
      focusable="false"
    >
      <rect x="0.5" y="1" width="5.5" height="14" rx="1" className={styles.day} />
      <rect x="6.9" y="1" width="5.5" height="14" rx="1" className={styles.day} />
      <path d="M13 5.5 15.8 2M13 10.2 15.8 6.6M13 14.8 15.8 11.2" className={styles.off} strokeWidth="1.1" />
      <rect x="16.6" y="1" width="6.4" height="14" rx="1" className={styles.today} />
    </svg>
  )
}
