'use strict';
/**
 * node-canvas' face over @napi-rs/canvas, for chartjs-node-canvas 5: the real `canvas` wants a download or 48 Debian packages.
 * CommonJS and a package of its own, because chartjs-node-canvas requires the name `canvas`. PNG and SVG; no PDF, no streams.
 * No longer needed when chartjs-node-canvas takes another canvas than node-canvas.
 */
const napi = require('@napi-rs/canvas');

const PNG = 'image/png';

/** Answers a callback of node-canvas in a later turn, as node-canvas does. */
function answer(callback, produce) {
  let error = null;
  let result;
  try {
    result = produce();
  } catch (caught) {
    error = caught;
  }
  setImmediate(callback, error, result);
}

/** node-canvas takes `(callback, mime)` or `(mime)`; @napi-rs/canvas knows the second only. */
function eitherWay(produce) {
  return (callbackOrMime, mime) => {
    if (typeof callbackOrMime === 'function') return answer(callbackOrMime, () => produce(mime));
    return produce(callbackOrMime);
  };
}

function noStream() {
  throw new Error('this canvas writes no streams: take renderToBuffer');
}

/** An SVG canvas has one form of output, whatever type is asked for. */
function svgCanvas(width, height) {
  const canvas = napi.createCanvas(width, height, napi.SvgExportFlag.NoPrettyXML);
  canvas.toBuffer = eitherWay(() => canvas.getContent());
  return canvas;
}

function pixelCanvas(width, height) {
  const canvas = napi.createCanvas(width, height);
  const toBuffer = canvas.toBuffer.bind(canvas);
  const toDataURL = canvas.toDataURL.bind(canvas);
  canvas.toBuffer = eitherWay((mime = PNG) => toBuffer(mime));
  // Of toDataURL node-canvas takes the type first and the callback behind it.
  canvas.toDataURL = (mime = PNG, callback = undefined) => (callback ? answer(callback, () => toDataURL(mime)) : toDataURL(mime));
  return canvas;
}

function createCanvas(width, height, type) {
  if (type === 'pdf') throw new Error('this canvas writes no PDF: take svg');
  const canvas = type === 'svg' ? svgCanvas(width, height) : pixelCanvas(width, height);
  canvas.createPNGStream = noStream;
  canvas.createJPEGStream = noStream;
  canvas.createPDFStream = noStream;
  return canvas;
}

/** Fonts are registered for the process; the family is the name charts ask for. */
function registerFont(path, { family }) {
  if (!napi.GlobalFonts.registerFromPath(path, family)) throw new Error(`cannot register the font ${path}`);
}

module.exports = { ...napi, createCanvas, registerFont };
