export const update = {
  'update.action': 'Install update from file…',
  'update.kind': 'Hearken update',
  'update.title': 'Hearken {version}',
  'update.checked':
    'The file is signed with the key that this copy of Hearken trusts, and is newer than the version you are using ({own}).',
  'update.changes': 'What changes',
  'update.changes.of': 'Version {version}',
  'update.changes.none': 'The file does not say what changes.',
  'update.next':
    'Hearken installs nothing itself: it passes {name} to the installer of your system. When the new version first opens a workspace, it makes a backup of it before it changes anything.',
  'update.handOver': 'Open installer',
  'update.opened': '{name} was passed to the installer of your system. Close Hearken, then continue there.',
  'update.shown': '{name} is shown in its folder. Close Hearken, then install it there as you usually do.',
  'error.update-none-taken':
    'This copy of Hearken takes no update files. Nothing was changed. Install a new version the way this one was installed, or ask whoever installed it.',
  'error.update-not-one':
    '“{name}” is not an update file that this version can read. Nothing was changed. Ask for the file again.',
  'error.update-signature':
    'The signature of “{name}” is not valid: the file was damaged, altered, or made by somebody else. Nothing was changed. Do not install what came with it, and ask for the file again.',
  'error.update-not-newer':
    'The file is for version {version}, and you are using {own}. Only newer versions are installed; nothing was changed.',
  'error.update-platform':
    '“{name}” has no package for this system. Nothing was changed. Ask for the one for your system.',
  'error.update-package-missing':
    'The package “{name}” is not in the folder of the update file. Nothing was changed. Put both in one folder and choose the update file again.',
  'error.update-package-changed':
    '“{name}” is not the package that was signed: it was damaged or altered. Nothing was changed. Do not install it, and ask for it again.',
} as const;
