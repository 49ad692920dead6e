export type PhoneProblem =
  | { code: 'empty' }
  | { code: 'character'; character: string }
  | { code: 'foreign' }
  /** Not a mobile number: those have an 8 after 0 or 62. */
  | { code: 'not_mobile' }
  /** Number of digits, counted with the leading 0. */
  | { code: 'length'; length: number }

type PhoneReading = { ok: true; phone: string } | { ok: false; problem: PhoneProblem }

// Sources disagree whether 10 to 13 digits include the 0, so both limits are wide.
const shortest = 10
const longest = 14

/** Parses '0812-3456-7890', '+62 812…', '62812…' or '812…' to '62812…', the stored form, which wa.me also takes. */
export function readPhone(text: string): PhoneReading {
  const bare = text.replace(/[\s\p{Cf}().\-‐‑‒–—]/gu, '')
  if (bare === '') return refuse({ code: 'empty' })
  const character = /\D/u.exec(bare.replace(/^\+/, ''))?.[0]
  if (character) return refuse({ code: 'character', character })
  const international = bare.startsWith('+') || bare.startsWith('00')
  const digits = bare.replace(/^(?:\+|00)/, '')
  if (international && !digits.startsWith('62')) return refuse({ code: 'foreign' })
  // '+62 0812…' is a common mistake: no mobile number has a 0 after 62.
  const subscriber = digits.replace(/^62/, '').replace(/^0/, '')
  if (!subscriber.startsWith('8')) return refuse({ code: 'not_mobile' })
  const length = subscriber.length + 1
  if (length < shortest || length > longest) return refuse({ code: 'length', length })
  return { ok: true, phone: `62${subscriber}` }
}

/** '6281234567890' → '0812-3456-7890'. Other text is returned as it is. */
export function showPhone(phone: string): string {
  if (!/^628\d{8,12}$/.test(phone)) return phone
  const national = `0${phone.slice(2)}`
  const rest = national.slice(4)
  const half = Math.min(4, Math.ceil(rest.length / 2))
  return `${national.slice(0, 4)}-${rest.slice(0, half)}-${rest.slice(half)}`
}

function refuse(problem: PhoneProblem): PhoneReading {
  return { ok: false, problem }
}
