import { startPortal } from './server.ts';

/** npm run portal [port]: the sample portal until Ctrl+C. */
export async function main([port]: readonly string[]): Promise<never> {
  const portal = await startPortal(Number(port ?? 8465));
  console.log(`The sample portal runs on ${portal.origin}/ (Ctrl+C ends it).`);
  return new Promise(() => {});
}
