import { routes } from './protocol.js';

/** The empty page: its script fills it. */
export const pageHtml = `<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>briefdeck</title>
<link rel="icon" href="data:,">
<link rel="stylesheet" href="${routes.style}">
<script src="${routes.script}" defer></script>
</head>
<body>
<noscript>The preview needs JavaScript.</noscript>
</body>
</html>
`;
