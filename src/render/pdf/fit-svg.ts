/** A picture as large as its place: svg-to-pdfkit (pdfmake 0.3.11) draws an SVG in the size of its own root and scales only what has a viewBox. Not by its SVGMeasure, which writes the whole picture anew and trims its text. */

/** The root element with the given size, and with a viewBox of its former size if it had none. */
export function fitSvg(svg: string, widthPt: number, heightPt: number): string {
  return svg.replace(/<svg\b[^>]*>/, (root) => {
    const [width, height] = ['width', 'height'].map((name) => new RegExp(`\\s${name}\\s*=\\s*["']\\s*([\\d.]+)`).exec(root)?.[1]);
    const viewBox = /\sviewBox\s*=/.test(root) || !width || !height ? '' : ` viewBox="0 0 ${width} ${height}"`;
    return root.replace(/\s(?:width|height)\s*=\s*(?:"[^"]*"|'[^']*')/g, '').replace(/^<svg/, `<svg${viewBox} width="${widthPt}" height="${heightPt}"`);
  });
}
