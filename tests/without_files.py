"""What a platform of the tests' own says where it takes no files."""

from bot.failures import NoFiles
from bot.parcels import Parcel
from storage.addresses import Address


class WithoutFiles:
    async def send_file(self, to: Address, parcel: Parcel, key: str = "") -> str:
        raise NoFiles
