// "It is here, where I am now": asks the phone for its position, only when somebody taps.
{
  const words = document.getElementById('walk-words').dataset
  const said = document.getElementById('here-said')
  const set = (name, value) => { document.querySelector(`[name=${name}]`).value = value }

  if ('geolocation' in navigator) {
    document.getElementById('here').hidden = false
    document.getElementById('here-press').addEventListener('click', () => {
      navigator.geolocation.getCurrentPosition(({ coords }) => {
        set('latitude', coords.latitude.toFixed(5))
        set('longitude', coords.longitude.toFixed(5))
        said.textContent = words.here
      }, () => { said.textContent = words.noHere }, { enableHighAccuracy: true, timeout: 20000 })
    })
  }
}
