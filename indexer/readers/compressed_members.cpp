// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/readers/compressed_members.h"

#include <algorithm>
#include <array>

#include <bzlib.h>
#include <lzma.h>
#include <zlib.h>

#include "indexer/readers/zstd_frame.h"
#include "schema/text/ascii.h"

namespace newsindex {
namespace {

using namespace std::string_view_literals;

constexpr std::size_t kReadAtOnce = std::size_t{64} << 10;

struct Kind {
  Compression compression;
  std::string_view magic;
  std::string_view member;
};

constexpr std::array kKinds{
    Kind{Compression::gzip, "\x1f\x8b"sv, "gzip member"},
    Kind{Compression::bzip2, "BZh"sv, "bzip2 member"},
    Kind{Compression::xz, "\xfd\x37zXZ\0"sv, "xz stream"},
    Kind{Compression::zstd, "\x28\xb5\x2f\xfd"sv, "zstd frame"},
    Kind{Compression::lzma, "\x5d\0\0"sv, "lzma stream"},
};

const Kind& kind_of(Compression compression) {
  return *std::find_if(kKinds.begin(), kKinds.end(),
                       [&](const Kind& kind) { return kind.compression == compression; });
}

// RFC 1952: deflate is the only method, three flags are unused, two levels and 14 systems have
// numbers; zlib adds a few systems.
bool is_gzip_start(std::string_view bytes) {
  const unsigned char level = byte_at(bytes, 8);
  const unsigned char system = byte_at(bytes, 9);
  return byte_at(bytes, 2) == 8 && byte_at(bytes, 3) < 0x20 &&
         (level == 0 || level == 2 || level == 4) && (system <= 19 || system == 255);
}

// The block size is followed by digits of pi if a block follows, else by digits of its square root.
bool is_bzip2_start(std::string_view bytes) {
  if (bytes.size() < kMemberStart) return false;
  const std::string_view digits = bytes.substr(4, 6);
  return bytes[3] >= '1' && bytes[3] <= '9' &&
         (digits == "\x31\x41\x59\x26\x53\x59"sv || digits == "\x17\x72\x45\x38\x50\x90"sv);
}

// A common interface for three libraries: a stream with room for input and output, and a step.
struct Gzip {
  using Stream = z_stream;
  static bool open(Stream& stream) { return inflateInit2(&stream, 15 + 16) == Z_OK; }
  static void close(Stream& stream) { inflateEnd(&stream); }
  static MemberState step(Stream& stream, bool, std::string& fault) {
    const int result = inflate(&stream, Z_NO_FLUSH);
    if (result == Z_STREAM_END) return MemberState::ended;
    if (result == Z_OK || result == Z_BUF_ERROR) return MemberState::more;
    fault = stream.msg == nullptr ? "damaged" : stream.msg;
    if (fault == "incorrect data check") fault = "its checksum is wrong";
    if (fault == "incorrect length check") fault = "its length is wrong";
    if (!fault.starts_with("its ")) return MemberState::broken;
    const unsigned length_left = fault == "its checksum is wrong" ? 4 : 0;
    const unsigned passed = std::min(length_left, stream.avail_in);
    stream.next_in += passed;
    stream.avail_in -= passed;
    return MemberState::altered;
  }
};

struct Bzip2 {
  using Stream = bz_stream;
  static bool open(Stream& stream) { return BZ2_bzDecompressInit(&stream, 0, 0) == BZ_OK; }
  static void close(Stream& stream) { BZ2_bzDecompressEnd(&stream); }
  static MemberState step(Stream& stream, bool, std::string& fault) {
    const int result = BZ2_bzDecompress(&stream);
    if (result == BZ_STREAM_END) return MemberState::ended;
    if (result == BZ_OK) return MemberState::more;
    fault = result == BZ_MEM_ERROR ? "no memory for it" : "a block of it is damaged";
    return MemberState::broken;
  }
};

template <bool IsXz>
struct Lzma {
  using Stream = lzma_stream;
  static constexpr std::uint64_t kMostMemory = std::uint64_t{1} << 30;
  static bool open(Stream& stream) {
    return (IsXz ? lzma_stream_decoder(&stream, kMostMemory, 0)
                 : lzma_alone_decoder(&stream, kMostMemory)) == LZMA_OK;
  }
  static void close(Stream& stream) { lzma_end(&stream); }
  static MemberState step(Stream& stream, bool last, std::string& fault) {
    const lzma_ret result = lzma_code(&stream, last ? LZMA_FINISH : LZMA_RUN);
    if (result == LZMA_STREAM_END) return MemberState::ended;
    if (result == LZMA_OK || result == LZMA_BUF_ERROR) return MemberState::more;
    fault = result == LZMA_MEM_ERROR || result == LZMA_MEMLIMIT_ERROR ? "it needs too much memory"
            : result == LZMA_OPTIONS_ERROR ? "it is compressed in an unknown way"
                                           : "its data are damaged";
    return MemberState::broken;
  }
};

template <class Codec>
class StreamMember : public CompressedMember {
 public:
  explicit StreamMember(CompressedInput& input) : input_(input), is_open_(Codec::open(stream_)) {}
  ~StreamMember() override {
    if (is_open_) Codec::close(stream_);
  }
  StreamMember(const StreamMember&) = delete;
  StreamMember& operator=(const StreamMember&) = delete;

  MemberState read(std::string& to) override {
    if (!is_open_) {
      fault_ = "no memory for it";
      return MemberState::broken;
    }
    const std::size_t before = to.size();
    to.resize(before + kReadAtOnce);
    stream_.next_out = reinterpret_cast<decltype(stream_.next_out)>(to.data() + before);
    stream_.avail_out = kReadAtOnce;
    MemberState state = MemberState::more;
    while (state == MemberState::more && stream_.avail_out > 0) state = step();
    to.resize(to.size() - stream_.avail_out);
    return state;
  }

 private:
  MemberState step() {
    const bool last = input_.ahead().empty() && !input_.grow();
    const std::string_view in = input_.ahead();
    const auto room = stream_.avail_out;
    stream_.next_in = reinterpret_cast<decltype(stream_.next_in)>(const_cast<char*>(in.data()));
    stream_.avail_in = static_cast<decltype(stream_.avail_in)>(in.size());
    const MemberState state = Codec::step(stream_, last, fault_);
    input_.take(in.size() - stream_.avail_in);
    const bool stands = last && state == MemberState::more && room == stream_.avail_out;
    return stands ? MemberState::cut : state;
  }

  CompressedInput& input_;
  typename Codec::Stream stream_{};
  bool is_open_;
};

}  // namespace

std::optional<Compression> compression_of(std::string_view start) {
  for (const Kind& kind : kKinds)
    if (start.starts_with(kind.magic)) return kind.compression;
  return std::nullopt;
}

std::string_view member_name(Compression compression) { return kind_of(compression).member; }

std::string_view magic_of(Compression compression) { return kind_of(compression).magic; }

std::uint64_t skippable_bytes(Compression compression, std::string_view bytes) {
  const bool is_skippable = bytes.size() >= 8 && (byte_at(bytes, 0) & 0xF0u) == 0x50 &&
                            bytes.substr(1, 3) == "\x2a\x4d\x18"sv;
  if (compression != Compression::zstd || !is_skippable) return 0;
  std::uint64_t size = 0;
  for (std::size_t i = 8; i-- > 4;) size = size << 8u | byte_at(bytes, i);
  return size + 8;
}

bool may_begin_member(Compression compression, std::string_view bytes) {
  if (compression != Compression::gzip) return is_member_start(compression, bytes);
  return compression_of(bytes) == compression && byte_at(bytes, 2) == 8;
}

bool is_member_start(Compression compression, std::string_view bytes) {
  bytes = bytes.substr(0, kMemberStart);
  if (compression == Compression::lzma || compression_of(bytes) != compression) return false;
  switch (compression) {
    case Compression::gzip: return is_gzip_start(bytes);
    case Compression::bzip2: return is_bzip2_start(bytes);
    case Compression::zstd: return (byte_at(bytes, 4) & 0x08u) == 0;  // a reserved bit
    default: return true;
  }
}

std::unique_ptr<CompressedMember> open_member(Compression compression, CompressedInput& input) {
  switch (compression) {
    case Compression::gzip: return std::make_unique<StreamMember<Gzip>>(input);
    case Compression::bzip2: return std::make_unique<StreamMember<Bzip2>>(input);
    case Compression::xz: return std::make_unique<StreamMember<Lzma<true>>>(input);
    case Compression::lzma: return std::make_unique<StreamMember<Lzma<false>>>(input);
    case Compression::zstd: break;
  }
  return std::make_unique<ZstdFrame>(input);
}

}  // namespace newsindex
