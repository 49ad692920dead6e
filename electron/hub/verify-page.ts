import { verificationAnswers } from '../../shared/features/certificate/verification-answers.ts'
import { longDate } from '../../shared/kernel/plain-date.ts'
import type { PublicCheck } from './verify-certificate.ts'

/** The public page, complete in one response. It works without its script, which only adds the camera. */
export function verifyPage(hub: string, typed: string, check: PublicCheck | null, trouble = ''): string {
  return `<!doctype html>
<html lang="id">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<title>Periksa sertifikat · ${escaped(hub)}</title>
<style>${styles}</style>
</head>
<body>
<main>
<p class="hub">${escaped(hub)}</p>
<h1>Periksa sertifikat pelatihan</h1>
<form method="post" action="/periksa">
<label for="nomor">Nomor sertifikat, atau teks kode QR</label>
<input id="nomor" name="nomor" required maxlength="2000" autocomplete="off" autofocus value="${escaped(typed)}" placeholder="500.15/0031/BLK/XI/2024">
<button type="submit">Periksa</button>
<button type="button" id="kamera" class="quiet" hidden>Pindai QR dengan kamera</button>
</form>
<video id="gambar" aria-label="Gambar kamera" autoplay playsinline muted hidden></video>
<p id="kabar" role="status"></p>
<section aria-live="polite">
${trouble === '' ? '' : `<div class="answer warn"><p>${escaped(trouble)}</p></div>`}
${check ? answer(check) : ''}
</section>
<p class="note">Yang ditampilkan sama dengan yang tertulis pada kertas. Pusat tidak menyimpan siapa yang memeriksa.</p>
</main>
<script type="module" src="/periksa.js"></script>
</body>
</html>
`
}

function answer(check: PublicCheck): string {
  const { title, tone } = verificationAnswers[check.status]
  const kind = check.kind === 'statement' ? 'Surat keterangan' : 'Sertifikat'
  const rows: [string, string][] = [
    [check.kind ? kind : 'Nomor', check.number],
    ['Nama', check.name],
    ['Program', check.program],
    ['Balai', check.centre],
    ['Terbit', check.issuedOn ? longDate(check.issuedOn) : ''],
  ]
  const shown = rows.filter(([, value]) => value !== '')
  return `<div class="answer ${tone}">
<h2>${title}</h2>
<p>${escaped(check.reason)}</p>
${shown.length === 0 ? '' : `<dl>${shown.map(([label, value]) => `<dt>${label}</dt><dd>${escaped(value)}</dd>`).join('')}</dl>`}
</div>`
}

function escaped(text: string): string {
  const signs: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' }
  return text.replace(/[&<>"']/g, sign => signs[sign] ?? sign)
}

const styles = `
:root { color-scheme: light; font-family: 'IBM Plex Sans', 'Segoe UI', system-ui, sans-serif; color: #12232b; background: #f2f5f6 }
body { margin: 0; display: grid; place-items: start center; min-height: 100vh }
main { width: min(560px, calc(100vw - 32px)); margin-top: 48px; background: #fff; border: 1px solid #d5dee2; border-radius: 8px; padding: 24px }
.hub { margin: 0; color: #43565f } h1 { margin: 4px 0 20px; font-size: 22px } h2 { margin: 0 0 4px; font-size: 18px; letter-spacing: .02em }
label { display: block; font-weight: 600; margin-bottom: 6px }
input { box-sizing: border-box; width: 100%; font: inherit; padding: 10px 12px; border: 1px solid #6f828b; border-radius: 6px }
input:focus-visible, button:focus-visible { outline: 3px solid #2e8b98; outline-offset: 1px }
button { margin-top: 12px; font: inherit; font-weight: 600; color: #fff; background: #0f5763; border: 0; border-radius: 6px; padding: 10px 20px; cursor: pointer }
button.quiet { margin-left: 8px; background: #fff; color: #0f5763; border: 1px solid #6f828b }
video { width: 100%; margin-top: 12px; border-radius: 6px; background: #12232b } video[hidden] { display: none }
.answer { margin-top: 20px; padding: 16px; border-radius: 6px } .answer p { margin: 0 }
.ok { background: #e6f4ea; color: #14502b } .warn { background: #fdf1da; color: #6b4300 } .err { background: #fde8e6; color: #8a1c12 }
dl { display: grid; grid-template-columns: max-content 1fr; gap: 4px 16px; margin: 12px 0 0 } dt { color: inherit } dd { margin: 0; font-weight: 600; overflow-wrap: anywhere }
.note { color: #43565f; font-size: 14px; margin: 20px 0 0 }
`
