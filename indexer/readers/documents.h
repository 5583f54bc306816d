// SPDX-License-Identifier: GPL-3.0-or-later
// Recognises office documents, print formats and books. They are not read here; the user is told
// which program converts them to text.
#pragma once

#include <string>
#include <string_view>

namespace newsindex {

// "a PDF file; 'pdftotext FILE' makes text of it", judged by the first bytes of a file; empty for
// other files. More bytes make it more certain which office program wrote a document; a few
// kilobytes are enough for most.
std::string document_kind(std::string_view start);

}  // namespace newsindex
