// Keeps the height of embedded charts right. Frames tell their height by message; only their own frame is resized.
addEventListener('message', (event) => {
  const height = event.data?.aiLandscapeHeight;
  if (typeof height !== 'number' || !(height > 0 && height < 10000)) return;
  for (const frame of document.querySelectorAll('iframe[data-ai-landscape]')) {
    if (frame.contentWindow === event.source) frame.height = String(Math.ceil(height));
  }
});
