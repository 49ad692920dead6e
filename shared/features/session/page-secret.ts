// The page of the browser host is authenticated twice: by a cookie, which browsers send to every port of this computer, and by a secret that only a
// page of the same origin can read.

/** Request header with the secret. */
export const pageSecretHeader = 'x-balai-page'
/** Where the page stores it: only available to the same host and port. */
export const pageSecretPlace = 'balai-halaman'
