import type { NextConfig } from 'next';

/** Everything that is a page of ours and has no language in its address is Chinese. */
const page = ':path((?!zh(?:/|$)|en(?:/|$)|api/|_next/|feeds/|mcp$|oembed)(?:[^.]|\\.(?=[^/]*/))*)';
const pictureFormats = 'svg|png|csv|xlsx|json|zip';
const pinnedFormats = 'svg|png|csv|json|md|xlsx';
const listFormats = 'csv|xlsx|json';
const lists = 'vendors|models|funding|industries|indicators|people|sources|doubts';
const tableFormats = 'csv|json|md|xlsx|png|svg';

const config: NextConfig = {
  poweredByHeader: false,
  // The front server compresses, once for each page.
  compress: false,
  // Titles and descriptions stand in the head from the first byte, whoever asks: no script moves them there later.
  htmlLimitedBots: /.*/,
  // Pictures are our own and made to size: nothing fetches an address that a reader names, to make it smaller.
  images: { unoptimized: true },
  serverExternalPackages: ['@prisma/client', '@prisma/adapter-pg', 'pg', 'sharp', 'piscina', 'happy-dom'],
  // `npm test` and `npm run up` check types and lint by themselves.
  typescript: { ignoreBuildErrors: true },
  async redirects() {
    return [
      { source: '/zh', destination: '/', permanent: true },
      { source: '/zh/:path*', destination: '/:path*', permanent: true },
    ];
  },
  async rewrites() {
    return {
      beforeFiles: [
        {
          source: `/charts/:slug([^/.]+).:format(${pictureFormats})`,
          destination: '/api/charts/:slug/:format?lang=zh',
        },
        {
          source: `/en/charts/:slug([^/.]+).:format(${pictureFormats})`,
          destination: '/api/charts/:slug/:format?lang=en',
        },
        {
          source: `/s/:code([^/.]+).:format(${pinnedFormats})`,
          destination: '/api/shares/:code/:format?lang=zh',
        },
        {
          source: `/en/s/:code([^/.]+).:format(${pinnedFormats})`,
          destination: '/api/shares/:code/:format?lang=en',
        },
        { source: `/compare.:format(${tableFormats})`, destination: '/api/compare/vendors/:format?lang=zh' },
        {
          source: `/en/compare.:format(${tableFormats})`,
          destination: '/api/compare/vendors/:format?lang=en',
        },
        {
          source: `/compare/:kind(models|industries).:format(${tableFormats})`,
          destination: '/api/compare/:kind/:format?lang=zh',
        },
        {
          source: `/en/compare/:kind(models|industries).:format(${tableFormats})`,
          destination: '/api/compare/:kind/:format?lang=en',
        },
        {
          source: `/:list(${lists}).:format(${listFormats})`,
          destination: '/api/lists/:list/:format?lang=zh',
        },
        {
          source: `/en/:list(${lists}).:format(${listFormats})`,
          destination: '/api/lists/:list/:format?lang=en',
        },
        {
          source: `/map.:format(${pictureFormats})`,
          destination: '/api/charts/landscape/:format?lang=zh',
        },
        {
          source: `/en/map.:format(${pictureFormats})`,
          destination: '/api/charts/landscape/:format?lang=en',
        },
        { source: '/', destination: '/zh' },
        { source: `/${page}`, destination: '/zh/:path' },
      ],
      // A dot does not make an address a file: what is none gets our page for it, also in Chinese.
      afterFiles: [
        {
          source: '/:path((?!zh/|en/|api/|_next/|feeds/|data/|scripts/|sitemaps/).*\\.[^/]*)',
          destination: '/zh/:path',
        },
      ],
      fallback: [],
    };
  },
};

export default config;
