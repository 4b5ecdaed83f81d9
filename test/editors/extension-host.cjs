// Run inside VS Code's extension host: what the extension gives through the editor's own interface.
const { writeFileSync } = require('node:fs');
const vscode = require('vscode');

/** Asks until something answers: diagnostics can come before the providers of actions. */
async function until(ask) {
  for (let i = 0; i < 300; i++) {
    const answer = await Promise.resolve(ask()).catch(() => undefined);
    if (answer) return answer;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error(`Nothing came: ${ask}`);
}

exports.run = async () => {
  const told = {};
  try {
    const [folder] = vscode.workspace.workspaceFolders;
    const document = await vscode.workspace.openTextDocument(vscode.Uri.joinPath(folder.uri, 'brev.md'));
    const { uri } = document;
    await vscode.window.showTextDocument(document);
    const own = () => vscode.languages.getDiagnostics(uri).filter(({ source }) => source === 'klarlint');
    const [first] = await until(() => own().length > 0 && own());
    told.diagnostic = [first.message, first.code.value, first.severity, first.range.start.character];
    const actions = await until(async () => {
      const all = await vscode.commands.executeCommand('vscode.executeCodeActionProvider', uri, first.range);
      return all?.some(({ title }) => title.startsWith('Skriv')) && all;
    });
    told.actions = actions.filter(({ title }) => /^(?:Skriv|Låt|Förklara)/u.test(title)).map(({ title }) => title);
    const hovers = await vscode.commands.executeCommand('vscode.executeHoverProvider', uri, first.range.start);
    told.hover = hovers.flatMap(({ contents }) => contents.map(({ value }) => value)).join('');
    const lenses = await vscode.commands.executeCommand('vscode.executeCodeLensProvider', uri, 9);
    told.lenses = lenses.map(({ command }) => command?.title);
    await vscode.commands.executeCommand('klarlint.fixAll');
    await until(() => document.getText().includes('för att'));
    await document.save();
    await until(() => own().length === 0);
    told.text = document.getText();
    const commands = await vscode.commands.getCommands(true);
    told.commands = commands.filter((name) => /^klarlint\.[a-z]+$/iu.test(name)).sort();
  } catch (error) {
    told.error = String(error?.stack ?? error);
  }
  writeFileSync(process.env.KLARLINT_TOLD, JSON.stringify(told));
};
