# Always for this user alone. The page that would ask needs an administrator for its other answer and has no Indonesian.
!macro customInstallMode
  StrCpy $isForceCurrentInstall "1"
!macroend
