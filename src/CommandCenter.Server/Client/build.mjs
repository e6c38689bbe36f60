// Checks the types and bundles one small script per page kind, and the styles. Usage: node build.mjs OUTPUT-FOLDER
import { execFileSync } from "node:child_process";
import { copyFileSync, readdirSync, rmSync } from "node:fs";
import { fileURLToPath } from "node:url";
import path from "node:path";
import * as esbuild from "esbuild";

const here = path.dirname(fileURLToPath(import.meta.url));
const out = path.resolve(process.argv[2] ?? path.join(here, "dist"));

execFileSync(process.execPath, [path.join(here, "node_modules/typescript/bin/tsc"), "-p", here], { stdio: "inherit" });

const pages = readdirSync(path.join(here, "src/pages")).map(f => path.join(here, "src/pages", f));
const styles = readdirSync(path.join(here, "styles")).filter(f => !f.startsWith("_")).map(f => path.join(here, "styles", f));
rmSync(out, { recursive: true, force: true });
await esbuild.build({
  entryPoints: [...pages, ...styles],
  outdir: out,
  entryNames: "[name]",
  bundle: true,
  minify: true,
  format: "esm",
  target: "es2022",
  legalComments: "none",
  logLevel: "warning",
});
for (const icon of readdirSync(path.join(here, "icons"))) copyFileSync(path.join(here, "icons", icon), path.join(out, icon));
