// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/care/copy_file.h"

#include <cerrno>
#include <cstring>
#include <fstream>
#include <string>
#include <vector>

#include <unistd.h>

#include "schema/digest.h"
#include "schema/error.h"

namespace newsindex {
namespace {

namespace fs = std::filesystem;

Error failed(ExitCode code, const std::string& what, const fs::path& path) {
  return Error(code, "cannot " + what + " '" + path.string() + "': " + std::strerror(errno));
}

}  // namespace

std::uint64_t copy_file(const fs::path& from, const fs::path& to, bool link, const Tick& tick) {
  if (link) {
    if (::link(from.c_str(), to.c_str()) != 0)
      throw failed(errno == ENOENT ? ExitCode::no_input : ExitCode::cannot_create,
                   "make a hard link to", from);
    return describe_file(to, tick).digest;
  }
  std::ifstream in(from, std::ios::binary);
  if (!in) throw failed(errno == ENOENT ? ExitCode::no_input : ExitCode::io, "read", from);
  std::ofstream out(to, std::ios::binary | std::ios::trunc);
  if (!out) throw failed(ExitCode::cannot_create, "create", to);
  std::vector<char> buffer(1u << 18);
  Digest digest;
  while (in) {
    if (tick) tick();
    in.read(buffer.data(), static_cast<std::streamsize>(buffer.size()));
    digest.add({buffer.data(), static_cast<std::size_t>(in.gcount())});
    if (!out.write(buffer.data(), in.gcount())) throw failed(ExitCode::io, "write", to);
  }
  if (!in.eof()) throw failed(ExitCode::io, "read", from);
  out.close();
  if (!out) throw failed(ExitCode::io, "write", to);
  return digest.value();
}

}  // namespace newsindex
