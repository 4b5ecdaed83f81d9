-- Opens KL_FILE with the server KL_CMD, prints diagnostics and actions as JSON, makes the first replacement and saves.
local file, cmd = os.getenv('KL_FILE'), vim.split(os.getenv('KL_CMD'), ' ')
local function out(kind, value) io.stdout:write(kind .. ' ' .. vim.json.encode(value) .. '\n') end
vim.cmd('edit ' .. vim.fn.fnameescape(file))
local buffer = vim.api.nvim_get_current_buf()
vim.bo[buffer].filetype = 'markdown'
local published
local handler = vim.lsp.handlers['textDocument/publishDiagnostics']
local id = vim.lsp.start_client({
  name = 'klarlint', cmd = cmd, root_dir = vim.fn.fnamemodify(file, ':h'),
  handlers = { ['textDocument/publishDiagnostics'] = function(e, r, c, g) published = r; handler(e, r, c, g) end },
})
vim.lsp.buf_attach_client(buffer, id)
local function told(least)
  return vim.wait(10000, function() return published ~= nil and #published.diagnostics <= least end, 20)
end
if not told(9) then vim.cmd('cquit 1') end
for _, d in ipairs(vim.diagnostic.get(buffer)) do out('DIAGNOSTIC', { line = d.lnum + 1, column = d.col + 1, message = d.message }) end
local before = #published.diagnostics
local answer = vim.lsp.buf_request_sync(buffer, 'textDocument/codeAction', {
  range = published.diagnostics[1].range, textDocument = vim.lsp.util.make_text_document_params(buffer),
  context = { diagnostics = { published.diagnostics[1] }, only = { 'quickfix' } },
}, 5000)
local actions = answer[id].result
for _, action in ipairs(actions) do out('ACTION', { title = action.title }) end
vim.lsp.util.apply_workspace_edit(actions[1].edit, vim.lsp.get_client_by_id(id).offset_encoding)
if not told(before - 1) then vim.cmd('cquit 2') end
vim.cmd('silent write')
local hover = vim.lsp.buf_request_sync(buffer, 'textDocument/hover', {
  position = { line = 0, character = 0 }, textDocument = vim.lsp.util.make_text_document_params(buffer),
}, 5000)
out('HOVER', { value = hover[id].result.contents.value })
vim.lsp.stop_client(id)
vim.wait(2000, function() return vim.lsp.client_is_stopped(id) end, 20)
vim.cmd('qall!')
